# Puts every file below rules/ into the binary as it stands, and beside them a snapshot of what they say: compiled at build time by
# a program of the same sources, so that no start has to.

# An assembler file with an .incbin a file and a table of their names.
function(tieout_embed output table)
  set(assembler "    .section .rodata\n")
  set(rows "")
  set(index 0)
  while(ARGN)
    list(POP_FRONT ARGN name path)
    string(APPEND assembler "file_${index}:\n    .incbin \"${path}\"\nfile_${index}_end:\n    .byte 0\nname_${index}:\n    .asciz \"${name}\"\n")
    string(APPEND rows "    .quad name_${index}, file_${index}, file_${index}_end - file_${index}\n")
    math(EXPR index "${index} + 1")
  endwhile()
  string(APPEND assembler "    .section .data.rel.ro,\"aw\"\n    .balign 8\n    .globl tieout_${table}\ntieout_${table}:\n${rows}")
  string(REGEX REPLACE "_[a-z]+$" "_count" count tieout_${table})
  string(APPEND assembler "    .globl ${count}\n${count}:\n    .quad ${index}\n    .section .note.GNU-stack,\"\",@progbits\n")
  file(CONFIGURE OUTPUT ${output} CONTENT "${assembler}" @ONLY)
endfunction()

file(GLOB_RECURSE rule_files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/rules/*.json ${CMAKE_SOURCE_DIR}/rules/*.txt)
set(embedded "")
set(paths "")
foreach(file IN LISTS rule_files)
  list(APPEND embedded ${file} ${CMAKE_SOURCE_DIR}/${file})
  list(APPEND paths ${CMAKE_SOURCE_DIR}/${file})
endforeach()
tieout_embed(${CMAKE_BINARY_DIR}/embedded.S embedded_files ${embedded})
set_source_files_properties(${CMAKE_BINARY_DIR}/embedded.S PROPERTIES OBJECT_DEPENDS "${paths}")
add_library(tieout_embedded OBJECT ${CMAKE_BINARY_DIR}/embedded.S)

# The program that writes the snapshot has none itself. It is relinked whenever a rule file or a source of the loader changes.
tieout_embed(${CMAKE_BINARY_DIR}/no_snapshot.S snapshot_parts)
add_library(tieout_no_snapshot OBJECT ${CMAKE_BINARY_DIR}/no_snapshot.S)
add_executable(tieout_compile src/tools/compile_rules.cpp $<TARGET_OBJECTS:tieout_embedded> $<TARGET_OBJECTS:tieout_no_snapshot>)
target_link_libraries(tieout_compile PRIVATE tieout_rulebook tieout_model tieout_number tieout_base)

set(snapshot ${CMAKE_BINARY_DIR}/snapshot)
file(MAKE_DIRECTORY ${snapshot})
set(parts ${snapshot}/rules ${snapshot}/ko ${snapshot}/en)
add_custom_command(OUTPUT ${parts} COMMAND tieout_compile ${snapshot} DEPENDS tieout_compile
                   COMMENT "Compiling the rules" VERBATIM)
tieout_embed(${CMAKE_BINARY_DIR}/snapshot.S snapshot_parts rules ${snapshot}/rules ko ${snapshot}/ko en ${snapshot}/en)
set_source_files_properties(${CMAKE_BINARY_DIR}/snapshot.S PROPERTIES OBJECT_DEPENDS "${parts}")
add_library(tieout_snapshot OBJECT ${CMAKE_BINARY_DIR}/snapshot.S)
