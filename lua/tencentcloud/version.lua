-- The version of the project, for tc._VERSION, `tcerr --version`, the rockspec of a release and the Makefile.

return "0.2.0"
