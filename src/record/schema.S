/* The schema as read-only data; SCHEMA_SQL is the path of schema.sql. */
    .section .rodata
    .hidden record_schema
    .globl record_schema
    .type record_schema, %object
record_schema:
    .incbin SCHEMA_SQL
    .byte 0
    .size record_schema, . - record_schema
    .section .note.GNU-stack, "", %progbits
