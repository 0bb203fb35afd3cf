# The lexicon: tools/lexc compiles data/ and Debian's data into one image, which image.S embeds.
# Sets WAQAI_LEXICON_SOURCES, which the library is made of, and the targets waqai_image (the image as an object, for the
# library) and waqai_image_shared (a library of its own, so that each test program need not hold 25 MB of words).
file(GLOB lexc_sources CONFIGURE_DEPENDS
  src/base/*.c src/script/*.c src/lexicon/*.c)
file(GLOB_RECURSE lexicon_data CONFIGURE_DEPENDS data/*.tsv)
cmake_path(REPLACE_FILENAME WAQAI_CITIES countryInfo.txt OUTPUT_VARIABLE WAQAI_COUNTRIES)
set(lexicon_image ${PROJECT_BINARY_DIR}/lexicon.img)

# folding: tables of data/script/fold*.tsv, which both lexc and the library need
file(GLOB fold_data CONFIGURE_DEPENDS data/script/fold*.tsv)
file(GLOB base_sources CONFIGURE_DEPENDS src/base/*.c)
file(GLOB script_sources CONFIGURE_DEPENDS src/script/*.c)
set(fold_tables ${PROJECT_BINARY_DIR}/fold_tables.c)
add_executable(foldc tools/foldc.c src/script/letter.c ${base_sources})
target_include_directories(foldc PRIVATE include src)
target_link_libraries(foldc PRIVATE waqai_flags waqai_deps)
add_custom_command(
  OUTPUT ${fold_tables}
  COMMAND foldc ${fold_data} > ${fold_tables}
  DEPENDS foldc ${fold_data}
  COMMENT "Compiling the folding"
  VERBATIM)

add_executable(lexc tools/lexc.c ${lexc_sources} ${fold_tables})
target_include_directories(lexc PRIVATE include src)
target_link_libraries(lexc PRIVATE waqai_flags waqai_deps)

add_custom_command(
  OUTPUT ${lexicon_image}
  COMMAND lexc ${lexicon_image} ${PROJECT_SOURCE_DIR}/data ${WAQAI_HUNSPELL_DIR} ${WAQAI_CITIES}
  DEPENDS lexc ${lexicon_data}
    ${WAQAI_HUNSPELL_DIR}/ar.dic ${WAQAI_HUNSPELL_DIR}/ar.aff ${WAQAI_CITIES}
    ${WAQAI_COUNTRIES}
  COMMENT "Compiling the lexicon"
  VERBATIM)

set(WAQAI_LEXICON_SOURCES ${fold_tables})
set(embed src/lexicon/image.S)
set_source_files_properties(${embed} PROPERTIES OBJECT_DEPENDS ${lexicon_image})
add_library(waqai_image OBJECT ${embed} ${lexicon_image})
add_library(waqai_image_shared SHARED EXCLUDE_FROM_ALL ${embed} ${lexicon_image})
foreach(target IN ITEMS waqai_image waqai_image_shared)
  target_compile_definitions(${target} PRIVATE LEXICON_IMAGE="${lexicon_image}")
  set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON)
endforeach()
target_compile_definitions(waqai_image_shared PRIVATE LEXICON_SHARED)
set_target_properties(waqai_image_shared PROPERTIES LINKER_LANGUAGE C)
