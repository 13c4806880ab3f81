-- What HTTP libraries return, from the libraries themselves: luasocket, and nginx's subrequests.

local missing = require "spec.support.missing"

local nothing = missing { nginx = true, modules = { "socket" } }
if nothing then return pending("HTTP libraries: " .. nothing) end
local http = require "socket.http"
local nginx = require "spec.support.nginx"
local socket = require "socket"
local tc = require "tencentcloud"

describe("luasocket's http.request", function()
  local server, address

  setup(function()
    server = nginx.start "examples/mock/nginx.conf"
    address = ("http://127.0.0.1:%d"):format(server.ports[1])
  end)

  teardown(function()
    if server then server:stop() end
  end)

  local function call(url)
    return tc.rules{ attempts = 1 }:call(function() return http.request(url, "{}") end, "cvm.RunInstances")
  end

  it("returns an answer of the API", function()
    local _, err = call(address .. "/")
    assert.is_string(err.request_id)
    assert.is_false(err:is "ClientError.*", tostring(err))
  end)

  it("returns a page", function()
    local _, err = call(address .. "/nowhere")
    assert.same({ "ClientError.HttpStatusCodeError", 404 }, { err.code, err.http_status })
  end)

  it("returns nil and what went wrong", function()
    local bound = assert(socket.bind("127.0.0.1", 0))
    local port = select(2, bound:getsockname())
    bound:close()
    local _, err = call(("http://127.0.0.1:%d/"):format(port))
    assert.same({ "ClientError.NetworkError", "connection refused" }, { err.code, err.message })
  end)

  it("returns 1 where the body goes into a sink, which raises", function()
    assert.error_matches(function()
      tc.rules():call(function() return http.request{ url = address .. "/nowhere" } end, "cvm.RunInstances")
    end, "the number 1, as luasocket does where the body goes into a sink", 1, true)
  end)
end)

-- nginx runs LuaJIT, so its module is there when LuaJIT runs the specs.
if not jit then return end

describe("a subrequest of nginx", function()
  local server

  setup(function() server = nginx.start "spec/support/capture_nginx.conf" end)

  teardown(function()
    if server then server:stop() end
  end)

  for target, expected in pairs{ whole = "ok 7\n", page = "ClientError.HttpStatusCodeError 503\n",
    cut = "ClientError.NetworkError 200\n" } do
    it("comes to what it is: " .. target, function()
      local _, body = server:get("/?target=" .. target)
      assert.equal(expected, body, server:log())
    end)
  end
end)
