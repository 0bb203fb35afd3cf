# tests/test_*.c    one cmocka program each
# fuzz/fuzz_*.c     replayed over fuzz/corpus/<name>/ in every build; with libFuzzer where asked
function(waqai_internal target) # may include any header of src/
  target_include_directories(${target} PRIVATE include src)
  target_link_libraries(${target} PRIVATE waqai_static)
endfunction()

# bench: only when asked for (make bench)
add_executable(saudi EXCLUDE_FROM_ALL bench/saudi.c)
add_executable(bench EXCLUDE_FROM_ALL bench/bench.c)
add_executable(words EXCLUDE_FROM_ALL bench/words.c)
add_executable(pages EXCLUDE_FROM_ALL bench/pages.c)
waqai_internal(saudi)
waqai_internal(bench)
waqai_internal(pages)
waqai_internal(words)
add_dependencies(bench saudi pages words)

if(NOT WAQAI_TESTS AND NOT WAQAI_FUZZERS)
  return()
endif()

file(GLOB fuzz_sources CONFIGURE_DEPENDS fuzz/fuzz_*.c)

# a target defines a function that only the engine calls, and returns to it past setjmp
set_source_files_properties(${fuzz_sources} PROPERTIES
  COMPILE_OPTIONS "-Wno-missing-prototypes;$<$<C_COMPILER_ID:GNU>:-Wno-clobbered>")

if(WAQAI_FUZZERS)
  foreach(source IN LISTS fuzz_sources)
    cmake_path(GET source STEM name)
    add_executable(${name} ${source})
    waqai_internal(${name})
    target_compile_options(${name} PRIVATE -fsanitize=fuzzer-no-link)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  endforeach()
  return()
endif()

enable_testing()
pkg_check_modules(CMOCKA REQUIRED IMPORTED_TARGET cmocka)

add_library(waqai_harness STATIC tests/harness.c tests/table.c tests/cases.c
  tests/spans.c)
waqai_internal(waqai_harness)
target_include_directories(waqai_harness PUBLIC tests src include)
target_link_libraries(waqai_harness PUBLIC PkgConfig::CMOCKA)

add_executable(probe tests/probe.c) # for tests/gates.sh
waqai_internal(probe)
target_link_libraries(probe PRIVATE waqai_harness)

# ---- the public header, as strict C17 and as C++17, against the library as installed ----
enable_language(CXX)
add_executable(headertest_c tests/headertest/headertest.c)
add_executable(headertest_cxx tests/headertest/headertest.cc)
target_compile_options(headertest_c PRIVATE -std=c17 -pedantic-errors -Wall -Wextra -Werror)
target_compile_options(headertest_cxx PRIVATE -std=c++17 -pedantic-errors -Wall -Wextra
  -Werror -Wold-style-cast -Wzero-as-null-pointer-constant)
foreach(target IN ITEMS headertest_c headertest_cxx)
  target_include_directories(${target} PRIVATE include)
  target_link_libraries(${target} PRIVATE $<LINK_ONLY:waqai_archive>)
  if(WAQAI_SANITIZE)
    target_link_options(${target} PRIVATE -fsanitize=${WAQAI_SANITIZE})
  endif()
  add_test(NAME ${target} COMMAND ${target})
endforeach()

add_test(NAME data COMMAND waqai lexicon check --alone ${PROJECT_SOURCE_DIR}/data)

set(timeout 60)
if(CMAKE_CROSSCOMPILING_EMULATOR)
  set(timeout 600)
elseif(WAQAI_SANITIZE)
  set(timeout 180)
endif()

file(GLOB test_sources CONFIGURE_DEPENDS tests/test_*.c)
foreach(source IN LISTS test_sources)
  cmake_path(GET source STEM program)
  string(REGEX REPLACE "^test_" "" name ${program})
  add_executable(${program} ${source})
  waqai_internal(${program})
  target_link_libraries(${program} PRIVATE waqai_harness)
  target_compile_definitions(${program} PRIVATE
    WAQAI_CASES="${PROJECT_SOURCE_DIR}/tests/cases"
    WAQAI_FIXTURES="${PROJECT_SOURCE_DIR}/tests/fixtures"
    WAQAI_ROOT="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${program})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${timeout})
endforeach()

# tests/test_*.sh PROGRAM JSONLINES: the program from outside
add_executable(jsonlines tests/jsonlines.c)
waqai_internal(jsonlines)
file(GLOB scripts CONFIGURE_DEPENDS tests/test_*.sh)
foreach(script IN LISTS scripts)
  cmake_path(GET script STEM name)
  string(REGEX REPLACE "^test_" "" name ${name})
  add_test(NAME ${name} COMMAND ${script} $<TARGET_FILE:waqai> $<TARGET_FILE:jsonlines>)
  set_tests_properties(${name} PROPERTIES TIMEOUT 300)
  if(WAQAI_SANITIZE)
    set_tests_properties(${name} PROPERTIES ENVIRONMENT WAQAI_TEST_SECONDS=60)
  endif()
endforeach()

foreach(source IN LISTS fuzz_sources)
  cmake_path(GET source STEM program)
  string(REGEX REPLACE "^fuzz_" "" name ${program})
  add_executable(${program} ${source} fuzz/standalone_main.c)
  waqai_internal(${program})
  add_test(NAME fuzz/${name} COMMAND ${program} ${PROJECT_SOURCE_DIR}/fuzz/corpus/${name})
  set_tests_properties(fuzz/${name} PROPERTIES TIMEOUT ${timeout})
endforeach()
