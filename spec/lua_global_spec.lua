-- The module in tables of globals that are not Lua's own. On an nginx whose LuaJIT is not OpenResty's each request has
-- one, which inherits all it has; a sandbox may be another, and raise where nobody declared the name.

local fresh = require "spec.support.fresh_module"
local lua_global = require "tencentcloud.lua_global"
local shell = require "spec.support.shell"

local THROTTLED = '{"Response":{"Error":{"Code":"RequestLimitExceeded","Message":""}}}'
local searchers = rawget(package, "searchers") or rawget(package, "loaders")

local function load_in(path, environment)
  if not lua_global "setfenv" then return loadfile(path, "t", environment) end
  local chunk = loadfile(path)
  return chunk and setfenv(chunk, environment)
end

-- Calls `use` with the module loaded anew, each of its files with `environment` for its globals.
local function within(environment, use)
  return fresh(function()
    table.insert(searchers, 1, function(name)
      local path = name:find "^tencentcloud" and "lua/" .. name:gsub("%.", "/")
      return path and (load_in(path .. ".lua", environment) or load_in(path .. "/init.lua", environment)) or nil
    end)
    local ok, result = pcall(use)
    table.remove(searchers, 1)
    return assert(ok, result) and result
  end)
end

local function inheriting()
  local environment = setmetatable({}, { __index = _G })
  environment._G = environment
  return environment
end

-- As programs do it that want a misspelt name to be found.
local function declared()
  return setmetatable({}, { __index = function(self, name)
    if name == "_G" then return self end
    return _G[name] == nil and error("undeclared: " .. name, 2) or _G[name]
  end })
end

local ENVIRONMENTS = { ["that inherit from Lua's"] = inheriting, ["that must be declared"] = declared }

for what, new in pairs(ENVIRONMENTS) do
  describe("globals " .. what, function()
    local nginx, slept

    before_each(function()
      slept = {}
      nginx = {
        get_phase = function() return "content" end,
        sleep = function(seconds) table.insert(slept, seconds) end,
        now = function() return 1000 end,
        update_time = function() end,
        worker = { exiting = function() return false end, pid = function() return 4711 end },
      }
    end)

    after_each(function() package.loaded.ngx = nil end)

    it("do not hide nginx: a call sleeps with its timer", function()
      package.loaded.ngx = nginx
      local environment = new()
      rawset(environment, "ngx", nil)
      within(environment, function()
        assert.equal("ngx", require("tencentcloud.runtime").detect().name)
        local tc, sent = require "tencentcloud", 0
        local rules = tc.rules()
        rules:on("*", "#throttle", tc.retry{ after = 0.5 })
        assert(rules:call(function()
          sent = sent + 1
          return sent == 1 and THROTTLED or '{"Response":{}}'
        end, "cvm.DescribeInstances"))
      end)
      assert.same({ 0.5 }, slept)
    end)

    it("do not hide nginx from the budget in Redis, which does not ask where it cannot wait", function()
      nginx.get_phase = function() return "log" end
      package.loaded.ngx = nginx
      local note = within(new(), function()
        local granted, _, reason = require("tencentcloud.budget.redis").new():draw("key", 14, 0)
        assert.is_true(granted)
        return reason
      end)
      assert.matches("nginx may not wait", note)
    end)

    it("do not make another Lua of this one", function()
      local here = require "tencentcloud.call.pcall_yields"
      within(new(), function()
        local tc = require "tencentcloud"
        assert.equal(here, require "tencentcloud.call.pcall_yields")
        local rules = tc.rules{ attempts = 1 }
        rules:on("*", "RequestLimitExceeded", tc.ok{ Set = { 1, tc.null, 3 } })
        local res = assert(rules:call(function() return THROTTLED end, "cvm.DescribeInstances"))
        assert.equal(3, #res.Set)
      end)
    end)

    it("keep no lease of a call that nobody goes on with", function()
      local told = 0
      within(new(), function()
        local rules = require("tencentcloud").rules()
        rules:before("*", function() return { done = function() told = told + 1 end } end)
        local thread = coroutine.create(function()
          rules:call(function() coroutine.yield() end, "cvm.DescribeInstances")
        end)
        assert(coroutine.resume(thread))
      end)
      for _ = 1, 3 do collectgarbage() end
      assert.equal(1, told)
    end)
  end)
end

describe("a global that not every Lua has", function()
  it("is asked for by lua_global alone", function()
    assert.equal("", shell.run "grep -rlE 'raw[gs]et\\(_G|_G\\.[a-z]|_G\\[' lua/")
  end)

  it("is what Lua has", function()
    assert.equal(print, lua_global "print")
    assert.is_nil(lua_global "no such global")
  end)
end)
