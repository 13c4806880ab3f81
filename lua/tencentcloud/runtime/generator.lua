-- Whether the running coroutine is a generator of the main chunk's: `for value in coroutine.wrap(...) do` resumed it,
-- and would take a wait for the end of its values. No event loop resumes a coroutine so. Other generators cannot be
-- told from coroutines that wait for a loop: a Lua function does not learn what becomes of what it yields.

local registry = debug and debug.getregistry and debug.getinfo and debug.getregistry()

-- The main coroutine is kept in the registry since Lua 5.2, at 1, and since 5.5 at 3. LuaJIT and 5.1 do not tell.
local function main_coroutine()
  if not registry or _VERSION == "Lua 5.1" then return end
  for _, place in ipairs{ 1, 3 } do
    if type(registry[place]) == "thread" then return registry[place] end
  end
end

local main = main_coroutine()

---@return boolean
return function()
  if not main or coroutine.status(main) ~= "normal" then return false end
  local called = debug.getinfo(main, 0, "n") -- what resumed it
  return called ~= nil and called.namewhat == "for iterator"
end
