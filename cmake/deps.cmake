# What the library links.  packages.tsv says which Debian package brings each and why.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

set(WAQAI_PKGS icu-uc icu-i18n uchardet zlib libcjson libbrotlidec sqlite3 nettle)
pkg_check_modules(WAQAI_DEPS REQUIRED IMPORTED_TARGET ${WAQAI_PKGS})

add_library(waqai_deps INTERFACE)
target_link_libraries(waqai_deps INTERFACE PkgConfig::WAQAI_DEPS Threads::Threads m)

# Data that Debian packages carry and the lexicon is compiled from.
set(WAQAI_HUNSPELL_DIR /usr/share/hunspell CACHE PATH "folder of ar.dic and ar.aff (hunspell-ar)")
set(WAQAI_CITIES /usr/share/libtimezonemap/ui/cities15000.txt CACHE FILEPATH
  "GeoNames cities (libtimezonemap-data)")
