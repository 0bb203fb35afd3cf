# The record's schema, embedded as it stands.  Sets WAQAI_RECORD_SOURCES.
set(WAQAI_RECORD_SOURCES src/record/schema.S)
set_source_files_properties(src/record/schema.S PROPERTIES
  COMPILE_DEFINITIONS "SCHEMA_SQL=\"${PROJECT_SOURCE_DIR}/src/record/schema.sql\""
  OBJECT_DEPENDS ${PROJECT_SOURCE_DIR}/src/record/schema.sql)
