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
  return terminal ~= nil and terminal ~= "dumb"
end

local LEAST, MOST = 40, 500 -- columns that lines can be wrapped to

-- COLUMNS is for those who ask for a width; the terminal itself is asked by a command that POSIX has.
local function columns(on_terminal)
  local wanted = tonumber(os.getenv "COLUMNS" or "")
  if not wanted and on_terminal then
    local pipe = io.popen "stty size 2>/dev/null </dev/tty"
    wanted = pipe and tonumber((pipe:read "*a" or ""):match "^%d+ (%d+)")
    if pipe then pipe:close() end
  end
  if not wanted or wanted < 1 then return nil end -- some terminals say 0
  return math.max(LEAST, math.min(MOST, math.floor(wanted)))
end

local EPIPE = 32 -- on Linux, macOS and the BSDs

-- A stream that remembers that it could not be written to. What is written is in a buffer at first, so that only the
-- end shows whether it got out.
local function checked(stream)
  local output = {}

  local function remember(ok, problem, code)
    if not ok and not output.problem then output.problem, output.code = problem or "it cannot be written to", code end
  end

  function output:write(...) -- luacheck: ignore 212
    remember(stream:write(...))
  end

  ---@return string? problem
  ---@return boolean? is_closed did nobody want to read more?
  function output:finish()
    remember(stream:flush())
    return self.problem, self.code == EPIPE
  end

  return output
end

---@return tencentcloud.cli.Streams
return function()
  local on_terminal = is_terminal(1)
  return {
    stdin = io.stdin,
    stdout = checked(io.stdout),
    stderr = io.stderr,
    colour = on_terminal and wants_colour(),
    progress = is_terminal(2),
    typed = is_terminal(0),
    width = columns(on_terminal),
  }
end
