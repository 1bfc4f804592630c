# dateline_module(NAME [USES module…] [LINKS target…]): src/NAME as an object library that sees only the
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
  endif()
  target_include_directories(dateline_${name} ${scope}
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src> $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>)
  foreach(used ${arg_USES})
    target_link_libraries(dateline_${name} ${scope} dateline_${used})
  endforeach()
  target_link_libraries(dateline_${name} ${scope} ${arg_LINKS})
endfunction()
