-- luv: by itself, in luvit, and in Neovim. A coroutine sleeps by a timer of the loop, which resumes it. Neovim runs the
-- loop itself, and lets the main coroutine wait too, by vim.wait, which serves timers and jobs meanwhile.

local foreign = require "tencentcloud.runtime.foreign"
local is_generator = require "tencentcloud.runtime.generator"
local jitter = require "tencentcloud.runtime.jitter"
local lua_global = require "tencentcloud.lua_global"

---@type tencentcloud.Runtime
local luv_runtime = { name = "luv", random = jitter }

local HOLDS_UP = "a sleep would hold up luv's loop: call from a coroutine, coroutine.wrap(function() ... end)()"
local NOT_FAST = "Neovim may not wait in a fast event: call from a coroutine, or by vim.schedule"
local IN_GENERATOR = "a sleep would end the `for` that takes the values of this coroutine: make the call outside of it"
local NEVER_RUN = "a call that waited in a coroutine was never resumed: luv's loop did not run until its time was "
  .. "over. Call uv.run(). In a generator, whose values something else takes, make no calls, or pass them the runtime "
  .. "require \"tencentcloud.runtime.plain\""
local NO_YIELD = "this coroutine may not yield here, below a C function: call from one that may"

local function neovim()
  local vim = lua_global "vim"
  return type(vim) == "table" and type(vim.schedule) == "function" and vim or nil
end

-- luvit and Neovim have luv under names of their own.
---@return table? uv the module
function luv_runtime.module()
  local vim = neovim()
  local uv = vim and (vim.uv or vim.loop) or package.loaded.luv or package.loaded.uv
  return type(uv) == "table" and uv.new_timer and uv or nil
end

-- The running coroutine; nil where it is the main one.
local function coroutine_of_its_own()
  local thread, is_main = coroutine.running()
  return not is_main and thread or nil
end

---Does code run that the loop has called? Of Neovim's loop luv does not know.
---@return boolean
function luv_runtime.loop_runs()
  local uv = luv_runtime.module()
  return uv ~= nil and uv.loop_mode ~= nil and uv.loop_mode() ~= nil
end

-- In the main chunk, and in a generator that it runs, luv cannot resume what waits. A plain sleep holds up only what is
-- on the loop already, and says so then.
function luv_runtime.is_here()
  if not luv_runtime.module() then return false end
  if luv_runtime.loop_runs() or neovim() ~= nil then return true end
  return coroutine_of_its_own() ~= nil and not is_generator()
end

function luv_runtime.may_sleep()
  if coroutine_of_its_own() then
    if is_generator() then return false, IN_GENERATOR end
    if coroutine.isyieldable and not coroutine.isyieldable() then return false, NO_YIELD end
    return true
  end
  local vim = neovim()
  if not vim then return false, HOLDS_UP end
  if vim.in_fast_event() then return false, NOT_FAST end
  return true
end

-- What a table that was raised says: by itself, or in the fields that such tables have. Its address tells which it is.
local function words_of(problem)
  local as_text = tostring(problem)
  local metatable = getmetatable(problem)
  if type(problem) ~= "table" or type(metatable) == "table" and rawget(metatable, "__tostring") then return as_text end
  local words = {}
  for _, name in ipairs{ "code", "message", "msg", "reason", 1 } do
    local value = rawget(problem, name)
    if type(value) == "string" or type(value) == "number" then
      table.insert(words, type(name) == "string" and ("%s = %s"):format(name, value) or tostring(value))
    end
  end
  return words[1] and ("%s (%s)"):format(table.concat(words, ", "), as_text) or as_text
end

-- What goes wrong in a coroutine after it was resumed must reach somebody: luv reports what a callback raises, if that
-- is a text. A program may have no library `debug`.
local function resume(thread)
  local ok, problem = coroutine.resume(thread)
  if ok then return end
  local described, words = pcall(words_of, problem)
  if not described then words = type(problem) end
  error(debug and debug.traceback and debug.traceback(thread, words) or words, 0)
end

-- Calls of Neovim's API are not allowed in luv's callbacks: what follows the wait runs by vim.schedule.
local function resume_later(thread, is_over)
  local function go_on()
    -- Something else may have resumed it meanwhile, or ended it by coroutine.close.
    if not is_over() and coroutine.status(thread) == "suspended" then resume(thread) end
  end
  local vim = neovim()
  if vim then vim.schedule(go_on) else go_on() end
end

-- Calls it when nobody holds what it returns any more, at the latest when the program ends.
local function at_the_end(call)
  local new_userdata = lua_global "newproxy" -- LuaJIT's and 5.1's tables have no __gc
  if not new_userdata then return setmetatable({}, { __gc = call }) end
  local userdata = new_userdata(true)
  getmetatable(userdata).__gc = call
  return userdata
end

-- Who began to wait before the loop runs, and is never resumed, would vanish in silence.
local function watch(thread, state, is_over)
  state.watch = at_the_end(function()
    if state.done or is_over() or coroutine.status(thread) ~= "suspended" then return end
    foreign.warn(NEVER_RUN)
  end)
end

-- Waits in a coroutine. Who else resumes it does not end the wait, unless its time is over: a program that has loaded
-- luv, but never runs its loop, must not wait for ever.
local function wait_in_coroutine(thread, state, wakes)
  local over = false
  local function is_over() return over end
  function state.wake()
    resume_later(thread, is_over)
  end
  if not luv_runtime.loop_runs() and not neovim() then watch(thread, state, is_over) end
  repeat coroutine.yield() until state.done or luv_runtime.now() >= wakes
  over = true
end

local function wait_in_neovim(state, milliseconds)
  local _, why = neovim().wait(milliseconds, function() return state.done end, 1)
  if why == -2 then error("interrupted!", 0) end -- Ctrl-C ends the program, as it does in plain ones
end

---Waits until the time is over, or what was started is done.
---@param seconds number
---@param start (fun(done: fun(...)))? begins something, and hands on what is to be called at its end
---@return boolean in_time was it done?
---@return any ... what `done` was called with: two values at most
function luv_runtime.wait(seconds, start)
  local uv, thread = luv_runtime.module(), coroutine_of_its_own()
  local milliseconds, state = math.ceil(seconds * 1000) + 1, { done = false, wake = function() end }
  local timer = assert(uv.new_timer())
  local function finish(in_time, one, other)
    if state.done then return end
    state.done, state.in_time, state.one, state.other = true, in_time, one, other
    if not timer:is_closing() then timer:close() end
    state.wake()
  end
  -- The loop counts whole milliseconds, hence one more, and its clock stands still in a callback.
  uv.update_time()
  timer:start(milliseconds, 0, function() finish(false) end)
  if start then start(function(...) finish(true, ...) end) end
  if not state.done then
    if thread then
      wait_in_coroutine(thread, state, luv_runtime.now() + seconds)
    else
      wait_in_neovim(state, milliseconds)
    end
  end
  state.done = true
  if not timer:is_closing() then timer:close() end
  return state.in_time or false, state.one, state.other
end

function luv_runtime.sleep(seconds)
  luv_runtime.wait(seconds)
end

function luv_runtime.now()
  return luv_runtime.module().hrtime() / 1e9
end

function luv_runtime.time()
  local uv = luv_runtime.module()
  if not uv.gettimeofday then return os.time() end -- older than 1.44
  local seconds, microseconds = uv.gettimeofday()
  return seconds + microseconds / 1e6
end

return luv_runtime
