# make install: program, library, header, pkg-config file, manual, completions.
if(NOT WAQAI_SHARED)
  return()
endif()
include(GNUInstallDirs)

install(TARGETS waqai waqai_shared waqai_archive)
install(TARGETS waqai_fold LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/waqai)
install(DIRECTORY include/waqai/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/waqai)

# prefix is found from where the file lies: DESTDIR and --prefix need no second configure
file(RELATIVE_PATH WAQAI_PC_UP /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" WAQAI_PC_UP "${WAQAI_PC_UP}")
string(REPLACE ";" " " WAQAI_PC_REQUIRES "${WAQAI_PKGS}")
configure_file(cmake/waqai.pc.in waqai.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/waqai.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

# the program knows its options best: manual page and completions are what it prints
function(waqai_prints output)
  add_custom_command(OUTPUT ${output} COMMAND waqai ${ARGN} > ${output} DEPENDS waqai VERBATIM)
endfunction()
waqai_prints(waqai.1 man)
waqai_prints(waqai.bash completion bash)
waqai_prints(_waqai completion zsh)
waqai_prints(waqai.fish completion fish)
add_custom_target(waqai_manual ALL DEPENDS waqai.1 waqai.bash _waqai waqai.fish)

set(share ${CMAKE_INSTALL_DATADIR})
install(FILES ${PROJECT_BINARY_DIR}/waqai.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${PROJECT_BINARY_DIR}/waqai.bash RENAME waqai
  DESTINATION ${share}/bash-completion/completions)
install(FILES ${PROJECT_BINARY_DIR}/_waqai DESTINATION ${share}/zsh/site-functions)
install(FILES ${PROJECT_BINARY_DIR}/waqai.fish DESTINATION ${share}/fish/vendor_completions.d)
install(FILES LICENSE NOTICE README.md docs/record.md docs/record-metadata.json
  DESTINATION ${CMAKE_INSTALL_DOCDIR})
