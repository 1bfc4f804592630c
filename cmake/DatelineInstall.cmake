# What `cmake --install` writes: the program, the library with its public headers and CMake package, and the data
# that the program finds at run time under share/dateline.
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/dateline)
set(data_folder ${CMAKE_INSTALL_DATADIR}/dateline)

if(TARGET dateline_cli)
  file(RELATIVE_PATH libraries_from_program ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR})
  set_target_properties(dateline_cli PROPERTIES INSTALL_RPATH "$ORIGIN/${libraries_from_program}")
  install(TARGETS dateline_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
endif()

install(TARGETS dateline EXPORT dateline
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library)
install(DIRECTORY include/dateline DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT library)
install(EXPORT dateline NAMESPACE dateline:: FILE datelineTargets.cmake
  DESTINATION ${package_folder} COMPONENT library)
configure_package_config_file(cmake/datelineConfig.cmake.in datelineConfig.cmake
  INSTALL_DESTINATION ${package_folder} PATH_VARS data_folder)
write_basic_package_version_file(datelineConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/datelineConfig.cmake ${PROJECT_BINARY_DIR}/datelineConfigVersion.cmake
  DESTINATION ${package_folder} COMPONENT library)

file(GLOB codebooks CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/codebooks/*.toml ${PROJECT_SOURCE_DIR}/codebooks/*.neighbours)
install(FILES models/dateline.model DESTINATION ${data_folder}/models COMPONENT data)
install(FILES knowledge/dateline.tables DESTINATION ${data_folder}/knowledge COMPONENT data)
install(FILES ${codebooks} DESTINATION ${data_folder}/codebooks COMPONENT data)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT data)
install(FILES NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT data OPTIONAL)
