# dateline_module(NAME [USES module…] [LINKS target…]): src/NAME as a library of its own that sees only the
# modules it names. tests/architecture checks that the includes keep to the floors.
function(dateline_module name)
  cmake_parse_arguments(arg "" "" "USES;LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  if(NOT sources)
    add_library(dateline_${name} INTERFACE)
    set(scope INTERFACE)
  else()
    add_library(dateline_${name} STATIC ${sources})
    set(scope PUBLIC)
    set_property(GLOBAL APPEND PROPERTY DATELINE_MODULES dateline_${name})
  endif()
  target_include_directories(dateline_${name} ${scope}
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src> $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>)
  foreach(used ${arg_USES})
    target_link_libraries(dateline_${name} ${scope} dateline_${used})
  endforeach()
  target_link_libraries(dateline_${name} ${scope} ${arg_LINKS})
  set_property(GLOBAL APPEND PROPERTY DATELINE_LINKS ${arg_LINKS})
endfunction()

# dateline_library(): the objects of all modules as the one library that programs link and that is installed.
# Static unless BUILD_SHARED_LIBS says otherwise. It shows nothing but the public headers.
function(dateline_library)
  get_property(modules GLOBAL PROPERTY DATELINE_MODULES)
  get_property(links GLOBAL PROPERTY DATELINE_LINKS)
  list(REMOVE_DUPLICATES links)
  list(REMOVE_ITEM links nlohmann_json::nlohmann_json)  # headers only: nothing to link, nothing for users to find
  list(TRANSFORM modules REPLACE "(.+)" "$<TARGET_OBJECTS:\\1>" OUTPUT_VARIABLE objects)
  add_library(dateline ${objects})
  add_library(dateline::dateline ALIAS dateline)
  set_target_properties(dateline PROPERTIES LINKER_LANGUAGE CXX VERSION ${PROJECT_VERSION} SOVERSION 0)
  target_compile_features(dateline PUBLIC cxx_std_20)
  target_include_directories(dateline PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  target_link_libraries(dateline PRIVATE ${links})
endfunction()
