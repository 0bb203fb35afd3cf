/* cmocka with the headers it wants before it.  Its `fail` macro would hide base.h's function. */
#ifndef WAQAI_TESTS_CHECK_H
#define WAQAI_TESTS_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#undef fail

#include "base/base.h"

#endif
