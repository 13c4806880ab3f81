-- The process's own streams, and what is known of those who look at them.

-- Lua itself cannot tell. os.execute gives 0 in Lua 5.1 and true later.
local function is_terminal(stream)
  local result = os.execute("test -t " .. stream)
  return result == 0 or result == true
end

local function wants_colour()
  local refused = os.getenv "NO_COLOR"
  if refused and refused ~= "" then return false end
  local terminal = os.getenv "TERM"
  return terminal ~= nil and terminal ~= "dumb" and is_terminal(1)
end

---@return tencentcloud.cli.Streams
return function()
  return {
    stdin = io.stdin,
    stdout = io.stdout,
    stderr = io.stderr,
    colour = wants_colour(),
    progress = is_terminal(2),
    typed = is_terminal(0),
  }
end
