-- Can a coroutine yield inside of pcall? Not in PUC Lua 5.1. It is not found out by trying: this file may be loaded
-- while nginx serves a request, where coroutines yield to nginx, and `require` may not.

local lua_global = require "tencentcloud.lua_global"

return _VERSION ~= "Lua 5.1" or lua_global "jit" ~= nil
