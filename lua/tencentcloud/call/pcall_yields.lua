-- Can a coroutine yield inside of pcall? Not in PUC Lua 5.1. It is not found out by trying: this file may be loaded
-- while nginx serves a request, where coroutines yield to nginx, and `require` may not.

return _VERSION ~= "Lua 5.1" or rawget(_G, "jit") ~= nil
