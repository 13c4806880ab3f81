-- luv: by itself, in luvit, and in Neovim. A coroutine sleeps by a timer of the loop, which resumes it. Neovim runs the
-- loop itself, and lets the main coroutine wait too, by vim.wait, which serves timers and jobs meanwhile.

local jitter = require "tencentcloud.runtime.jitter"
local lua_global = require "tencentcloud.lua_global"

---@type tencentcloud.Runtime
local luv_runtime = { name = "luv", random = jitter }

local HOLDS_UP = "a sleep would hold up luv's loop: call from a coroutine, coroutine.wrap(function() ... end)()"
local NOT_FAST = "Neovim may not wait in a fast event: call from a coroutine, or by vim.schedule"
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

-- In the main chunk, before uv.run, a plain sleep holds up nothing.
function luv_runtime.is_here()
  if not luv_runtime.module() then return false end
  return coroutine_of_its_own() ~= nil or luv_runtime.loop_runs() or neovim() ~= nil
end

function luv_runtime.may_sleep()
  if coroutine_of_its_own() then
    if coroutine.isyieldable and not coroutine.isyieldable() then return false, NO_YIELD end
    return true
  end
  local vim = neovim()
  if not vim then return false, HOLDS_UP end
  if vim.in_fast_event() then return false, NOT_FAST end
  return true
end

-- What goes wrong in a coroutine after it was resumed must reach somebody: luv reports what a callback raises.
local function resume(thread)
  local ok, problem = coroutine.resume(thread)
  if not ok then error(debug.traceback(thread, tostring(problem)), 0) end
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

-- Waits in a coroutine. Who else resumes it does not end the wait, unless its time is over: a program that has loaded
-- luv, but never runs its loop, must not wait for ever.
local function wait_in_coroutine(thread, state, wakes)
  local over = false
  function state.wake()
    resume_later(thread, function() return over end)
  end
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
