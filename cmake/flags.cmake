# How everything is compiled: warnings, visibility, hardening, sanitizers.
# Targets link waqai_flags; nothing here is passed on to those who install the library.
add_library(waqai_flags INTERFACE)

set(warnings
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes
  -Wmissing-prototypes -Wvla -Wformat=2 -Wundef -Wwrite-strings -Wimplicit-fallthrough)
if(CMAKE_C_COMPILER_ID STREQUAL "GNU")
  list(APPEND warnings -Wlogical-op -Wduplicated-cond -Wbidi-chars=any)
endif()
if(CMAKE_C_COMPILER_ID MATCHES "Clang") # fields left out are zero: that is what designated rows are for
  list(APPEND warnings -Wno-missing-field-initializers)
endif()
if(WAQAI_WERROR)
  list(APPEND warnings -Werror)
endif()

target_compile_options(waqai_flags INTERFACE
  $<$<COMPILE_LANGUAGE:C>:${warnings}>
  $<$<COMPILE_LANGUAGE:C>:-fvisibility=hidden>)
target_compile_definitions(waqai_flags INTERFACE _GNU_SOURCE)

set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_C_FLAGS_RELEASE "-O3 -DNDEBUG")
set(CMAKE_C_FLAGS_DEBUG "-O1 -g") # -O1: the tests cover 100,000-deep pages, which -O0 makes slow

if(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_options(waqai_flags INTERFACE
    $<$<COMPILE_LANGUAGE:C>:-fstack-protector-strong>)
  target_compile_definitions(waqai_flags INTERFACE _FORTIFY_SOURCE=3)
  target_link_options(waqai_flags INTERFACE -Wl,-z,relro -Wl,-z,now -Wl,--as-needed)
  if(CMAKE_C_COMPILER_ID STREQUAL "GNU") # the library is optimised as one: small functions are met everywhere
    set(WAQAI_LTO -flto=auto -ffat-lto-objects)
    set(WAQAI_LTO_WHOLE -O3 -flto=auto -flinker-output=nolto-rel)
  endif()
  include(CheckPIESupported)
  check_pie_supported(LANGUAGES C)
endif()

if(WAQAI_SANITIZE)
  target_compile_options(waqai_flags INTERFACE $<$<COMPILE_LANGUAGE:C>:-fsanitize=${WAQAI_SANITIZE}
    -fno-sanitize-recover=all -fno-omit-frame-pointer>)
  target_link_options(waqai_flags INTERFACE -fsanitize=${WAQAI_SANITIZE})
endif()
