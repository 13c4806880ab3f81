-- Sleeping without luasocket: only another program can wait without burning the processor, the command `sleep`.
--
-- It runs by io.popen. While os.execute waits, a program ignores Ctrl-C, and so would what comes after it: the sleep
-- would be over, and the next request be sent at once.

local shell_sleep = {}

local NO_SLEEP = "this program has no way to wait: install luasocket, or the command `sleep`"

-- A signal that reached this program alone is noticed only when the command has ended.
local SLICE = 1 -- seconds

-- What the shell says of the command's exit when it was there, but ended by a signal.
local SIGNALLED = 128

-- Runs `sleep`. Gives its exit code; nil where the shell was ended too.
local function run(format, seconds)
  local pipe = assert(io.popen(("sleep %s 2>/dev/null; echo $?"):format(format:format(seconds))))
  local code = tonumber(pipe:read "*l" or nil)
  pipe:close()
  return code
end

local function is_interrupted(code)
  return code == nil or code >= SIGNALLED
end

-- Ends the program as Lua's own does it on Ctrl-C.
local function interrupted()
  error("interrupted!", 0)
end

-- POSIX has whole seconds only. Finds out once how the command here takes them; false where it takes none.
local format
local function find_format()
  if format ~= nil then return format end
  for _, candidate in ipairs{ "%.3f", "%.0f" } do
    local ran, code = pcall(run, candidate, 0)
    if ran and is_interrupted(code) then interrupted() end
    if ran and code == 0 then -- or this Lua runs no commands
      format = candidate
      return format
    end
  end
  format = false
  return format
end

---@return boolean
---@return string? reason why not, and what to do
function shell_sleep.may_sleep()
  if find_format() then return true end
  return false, NO_SLEEP
end

---@param seconds number
function shell_sleep.sleep(seconds)
  local written = find_format()
  if not written then error(NO_SLEEP, 0) end
  if written == "%.0f" then seconds = math.ceil(seconds) end
  while seconds > 0 do
    local code = run(written, math.min(seconds, SLICE))
    if is_interrupted(code) then interrupted() end
    if code ~= 0 then error(NO_SLEEP, 0) end
    seconds = seconds - SLICE
  end
end

return shell_sleep
