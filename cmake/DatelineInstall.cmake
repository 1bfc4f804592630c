# Filled in when the library is installable; see docs/architecture.md.
