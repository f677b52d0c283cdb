#pragma once

namespace tieout {

/// 128 bits, which g++ and clang++ have beside the standard's types; named once, so that -Wpedantic can be on everywhere else.
__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;

}  // namespace tieout
