-- What the module's own guards have in common: they are called with a request, show their options, can be made again
-- with a state of their own, and say how to answer.

local arguments = require "tencentcloud.arguments"
local outcomes = require "tencentcloud.rules.outcome"

local guard = {}

-- The shortest time that tc.wait takes. A longer wait is exactly what is needed.
local WAIT_MIN = 0.001

local is_dict = arguments.methods("get", "incr", "add", "delete")

---A checker for ngx.shared.NAME.
function guard.dict(value)
  return is_dict(value) and "an ngx.shared.DICT (lua_shared_dict declares one)"
end

---How entries are added to a dictionary: by `safe_add`, which never makes room by evicting another entry, on which a
---limit depends. Stand-ins for a dictionary may not tell the two apart.
---@param dict table
---@return fun(dict: table, key: string, value: any, lifetime: number): boolean?, string?
function guard.adder(dict)
  return dict.safe_add or dict.add
end

---A class of guards.
---@param name string of the function that makes one
---@param shown string[] the options that tostring shows, in this order
---@param make fun(options: table): table a guard of checked options
---@return table class
function guard.class(name, shown, make)
  local class = { __name = "tencentcloud." .. name }
  class.__index = class

  function class.__call(self, request) return self:ask(request) end

  function class.__tostring(self)
    local parts = {}
    for _, option in ipairs(shown) do
      local value = self.options[option]
      local kind = type(value)
      if kind == "number" then value = ("%g"):format(value) end
      if kind == "function" or kind == "table" or kind == "userdata" then value = "..." end
      if value ~= nil then table.insert(parts, ("%s=%s"):format(option, tostring(value))) end
    end
    return ("%s{%s}"):format(name, table.concat(parts, ", "))
  end

  ---Another guard with the same options and no past, of this process alone: for dry runs.
  function class:fresh()
    local options = {}
    for key, value in pairs(self.options) do options[key] = value end
    options.dict = nil
    return make(options)
  end

  return class
end

---Holds a request back, or refuses it where the guard's options say so.
---@param options {refuse: boolean?, deadline: number?} of the guard
---@param seconds number until it makes sense to ask again
---@param why string
---@return tencentcloud.Outcome
function guard.hold(options, seconds, why)
  if options.refuse then return guard.refuse(why, seconds) end
  return outcomes.wait{ every = math.max(seconds, WAIT_MIN), deadline = options.deadline }
end

---Refuses a request.
---@param why string
---@param seconds number until it makes sense to try again
---@return tencentcloud.Outcome its `retry_after` becomes that of the call's error
function guard.refuse(why, seconds)
  local refusal = outcomes.forbid(("%s; try again in %.3g s"):format(why, seconds))
  refusal.retry_after = seconds
  return refusal
end

---The time when an attempt ended.
---@param request tencentcloud.GuardRequest that the guard was asked about
---@param attempt tencentcloud.Attempt
---@return number seconds, of the clock of request.now
function guard.ended(request, attempt)
  local before = attempt.began and request.elapsed and attempt.began - request.elapsed or 0
  return request.now + math.max(0, before) + (attempt.took or 0)
end

---A key as a message shows it: it may come from outside.
---@param key string
---@return string of "" or " of KEY"
function guard.of(key)
  if key == "" then return "" end
  local text = #key > 64 and key:sub(1, 64) .. "..." or key
  return (' of "%s"'):format((text:gsub("[%c\127-\255\"\\]", "?")))
end

return guard
