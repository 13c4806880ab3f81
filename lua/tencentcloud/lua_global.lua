-- What this Lua has among its globals, wherever the file that asks was loaded. On an nginx whose LuaJIT is not
-- OpenResty's, each request has a table of globals of its own, which inherits from Lua's: what was loaded while one was
-- served finds nothing there by rawget. Nor is a name just read: a program may forbid to read one that nobody declared.

---@param name string
---@return any value nil where this Lua has none
return function(name)
  return rawget(package.loaded._G or _G, name)
end
