#pragma once

// The one place that names the test framework's header: Catch2 v3 needs only this line changed.
#include <catch2/catch.hpp>
