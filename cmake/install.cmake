# make install: program, library, header, pkg-config file, manual, completions.
if(NOT WAQAI_SHARED OR NOT TARGET waqai)
  return()
endif()
include(GNUInstallDirs)

install(TARGETS waqai waqai_shared waqai_archive)
install(FILES include/waqai/waqai.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/waqai)

# prefix is found from where the file lies: DESTDIR and --prefix need no second configure
file(RELATIVE_PATH WAQAI_PC_UP /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" WAQAI_PC_UP "${WAQAI_PC_UP}")
string(REPLACE ";" " " WAQAI_PC_REQUIRES "${WAQAI_PKGS}")
configure_file(cmake/waqai.pc.in waqai.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/waqai.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

install(FILES docs/waqai.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)
install(FILES docs/completions/waqai.bash RENAME waqai
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions OPTIONAL)
install(FILES docs/completions/_waqai
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions OPTIONAL)
install(FILES docs/completions/waqai.fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d OPTIONAL)
install(FILES LICENSE NOTICE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)
