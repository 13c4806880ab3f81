-- The heartbeat of an nginx worker. It loads the module while it serves the request that makes the calls: the hardest
-- case, where nginx's LuaJIT is not OpenResty's.

package.path = "./?.lua;" .. package.path
local missing = require "spec.support.missing"
local read = require "spec.support.read"
local shell = require "spec.support.shell"

-- The files of luajit's module are those that nginx loads; what this Lua is does not matter.
local nothing = missing { nginx = true, modules = { "socket" } }
  or not pcall(read, "build/luajit/tencentcloud/core.so") and "no module for nginx here: make LUA_VERSION=luajit"
if nothing then return print("nginx\tskipped\t" .. nothing) end

local nginx = require("spec.support.nginx").start "bench/heartbeat/nginx.conf"
io.write((shell.run(("curl -sS --max-time 60 http://127.0.0.1:%d/"):format(nginx.ports[1]))))
nginx:stop()
