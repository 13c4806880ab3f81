-- docs/openresty.md: its configuration runs in a real nginx, over the mock of the API, and its table of phases is true.

local missing = require "spec.support.missing"
local ngx_runtime = require "tencentcloud.runtime.ngx"
local pages = require "spec.support.pages"
local phases = require "spec.support.phases_nginx.phases"
local read = require "spec.support.read"

local PAGE = "docs/openresty.md"

-- Newer than any nginx that the specs have been run with, or of the stream module.
local UNTRIED = { proxy_ssl_cert = true, proxy_ssl_verify = true, preread = true }

-- The rows of the page's table of phases: what each says of a call that has to wait.
local function table_of_phases()
  local rows = {}
  local text = read(PAGE):match "\n| `ngx%.get_phase%(%)`[^\n]*\n|[^\n]*\n(.-)\n\n"
  for name, what in (text .. "\n"):gmatch "| `([%w_]+)` |[^|]*| ([^|]-) |\n" do rows[name] = what end
  return rows
end

describe("the table of phases in docs/openresty.md", function()
  it("has all phases that can wait, and says so of no other", function()
    local rows = table_of_phases()
    for name in pairs(ngx_runtime.yields) do assert(rows[name], name) end
    for name, what in pairs(rows) do
      local waits = what:find "^waits" ~= nil
      assert(waits or what == "returns at once", name)
      assert.equal(ngx_runtime.yields[name] or false, waits, name)
    end
  end)

  it("has the phases that are tried in nginx, and names no other but those that cannot be", function()
    local rows, tried = table_of_phases(), {}
    for _, phase in ipairs(phases) do
      tried[phase.name] = true
      assert(rows[phase.name], phase.name)
    end
    for name in pairs(rows) do assert.equal(not UNTRIED[name], tried[name] or false, name) end
  end)
end)

it("docs/openresty.zh-CN.md has the configuration of the English page", function()
  for _, language in ipairs { "nginx", "lua" } do
    local here, there = pages.blocks(PAGE, language), pages.blocks("docs/openresty.zh-CN.md", language)
    assert.equal(#here, #there)
    for position, block in ipairs(here) do assert.equal(block.code, there[position].code) end
  end
end)

-- nginx runs LuaJIT, so its module is there when LuaJIT runs the specs.
if not jit then return end

local nothing = missing { nginx = true, modules = { "socket", "cjson" } }
  or not io.open "/etc/ssl/certs/ca-certificates.crt" and "no package ca-certificates here"
if nothing then return pending("the configuration of docs/openresty.md: " .. nothing) end
local mock = require "spec.support.mock"
local shell = require "spec.support.shell"

local TEMPLATE = [[
load_module /usr/lib/nginx/modules/ndk_http_module.so;
load_module /usr/lib/nginx/modules/ngx_http_lua_module.so;
worker_processes 1;
error_log error.log warn;
pid nginx.pid;
events {}
http {
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    lua_package_path "$prefix/?.lua;$prefix/../../?.lua;$prefix/../../lua/?.lua;$prefix/../../lua/?/init.lua;RESTY;;";
    lua_package_cpath "$prefix/../luajit/?.so;;";
    lua_shared_dict mock 8m;
    HTTP
    GATEWAY
    server {
        listen 127.0.0.1:8081;
        gzip_types application/json;
        gzip_min_length 0;
        gzip_http_version 1.0;
        gzip on;
        default_type application/json;
        location = / { content_by_lua_block { require("examples.mock.server").answer() } }
        location = /mock/faults { content_by_lua_block { require("examples.mock.server").set_faults() } }
        location = /mock/counts { content_by_lua_block { require("examples.mock.server").counts() } }
    }
    server {
        listen 127.0.0.1:8082;
        location = /code { content_by_lua_block { ngx.say(ngx.shared.codes:get(ngx.var.arg_name) or 0) } }
        LOCATIONS
    }
}
]]

-- Where the specs' LuaJIT finds lua-resty-http, which cannot be loaded outside of nginx. It needs lua-resty-string.
local searchpath = rawget(package, "searchpath")
local RESTY = searchpath("resty.string", package.path) and searchpath("resty.http", package.path)

-- Each block by the first word that is its own.
local function block_with(language, words)
  for _, block in ipairs(pages.blocks(PAGE, language)) do
    if block.code:find(words, 1, true) then return block.code end
  end
  error(PAGE .. ": no block with " .. words)
end

-- A client's signature, which the mock does not read.
local SIGN = [[
function api.sign(body, context)
  return { Host = context.service .. ".tencentcloudapi.com", ["Content-Type"] = "application/json",
    ["X-TC-Action"] = context.name, ["X-TC-Region"] = context.region }
end

return api
]]

-- The page's api.lua, which sends to the mock.
local function api_source(endpoint)
  local code, sends = block_with("lua", "resty.http"):gsub('"https://" %.%. context%.service %.%. '
    .. '"%.tencentcloudapi%.com/"', ('"http://%s/"'):format(endpoint))
  assert.equal(1, sends)
  return (code:gsub("return api$", SIGN))
end

local function configuration(edit)
  return function()
    local gateway = block_with("nginx", "tc.check"):gsub("https://%$host/", "http://127.0.0.1:8081/")
    local http = block_with("nginx", "init_by_lua_block"):gsub("\n?init_by_lua_block[^\n]*", "")
    local locations = RESTY and block_with("nginx", "/instances") .. "\n" .. block_with("nginx", "/terminate") or ""
    local parts = {
      HTTP = http .. '\ninit_by_lua_block { require "tencentcloud" require "examples.mock.server" }\n'
        .. block_with("nginx", "resolver"),
      GATEWAY = edit and edit(gateway) or gateway, LOCATIONS = locations,
      RESTY = RESTY and RESTY:gsub("resty/http%.lua$", "?.lua") or "",
    }
    return (TEMPLATE:gsub("[A-Z][A-Z]+", parts))
  end
end

describe("the configuration in docs/openresty.md", function()
  local nginx, api

  local function start(edit)
    local own = require("spec.support.nginx").start(PAGE, configuration(edit))
    finally(function() own:stop() end)
    nginx, api = own, mock.of(own, 2)
  end

  local function curl(words)
    local output = shell.run(("curl -s --max-time 10 -w '\\n%%{http_code}' %s"):format(words))
    local body, status = output:match "^(.*)\n(%d+)$"
    return tonumber(status), body
  end

  -- A client of the gateway: a POST of an action of cvm, with more of its own.
  local function through(action, more)
    return curl(("-H 'Host: cvm.tencentcloudapi.com' -H 'Content-Type: application/json' -H %s -d "
      .. "'{\"Limit\":1}' %s http://127.0.0.1:%d/"):format(shell.quote("X-TC-Action: " .. action), more or "",
      nginx.ports[1]))
  end

  local function own(target)
    return curl(("'http://127.0.0.1:%d%s'"):format(nginx.ports[3], target))
  end

  local function count(code)
    return tonumber((select(2, own("/code?name=" .. code))))
  end

  it("passes a request and its answer through, and counts what became of it", function()
    start()
    local status, body = through "DescribeInstances"
    assert.equal(200, status)
    assert.matches('^{"Response":.*"InstanceId"', body)
    api:faults "throttle=100"
    status, body = through "DescribeInstances"
    assert.equal(200, status)
    assert.matches("RequestLimitExceeded", body)
    assert.same({ 1, 1 }, { count "ok", count "RequestLimitExceeded" })
    assert.matches("RequestLimitExceeded %x+%-%x+", nginx:log())
  end)

  it("takes whatever a client sends as its action, and none", function()
    start()
    local names = { "", ".", "cls.", ".foo", "a.b.c", "cvm@2017.X", "searchlog", "*", "#throttle", "%s%n", "\127\255",
      '"\\', ("A"):rep(4000) }
    for _, name in ipairs(names) do
      local status, body = through(name)
      assert.equal(200, status, ("%q: %s"):format(name, nginx:log()))
      assert.matches('^{"Response":', body)
    end
    -- The mock knows none of them.
    assert.equal(#names, count "InvalidAction" + count "MissingParameter")
    assert.not_matches("%[error%]", nginx:log())
  end)

  it("connects to the API alone, whatever host a client names", function()
    start()
    local foreign = { "127.0.0.2", "127.0.0.1:" .. nginx.ports[2], "localhost", "evil.example", "tencentcloudapi.com",
      "cvm.a.b.tencentcloudapi.com", "cvm.tencentcloudapi.com.evil.example",
      "cvm.tencentcloudapi.com@evil.example", "cvmXtencentcloudapi.com", "[::1]" }
    local address = "http://127.0.0.1:" .. nginx.ports[1]
    for _, host in ipairs(foreign) do
      local status = curl(("-d '{}' -H %s %s/"):format(shell.quote("Host: " .. host), address))
      assert(status == 421 or status == 400, ("%s: %d"):format(host, status))
    end
    -- Without a Host, and with another one in the first line of the request, which is the one that counts.
    assert.equal(421, (curl(("-0 -H 'Host:' %s/"):format(address))))
    assert.equal(421, (curl(("--request-target http://evil.example/ -H 'Host: cvm.tencentcloudapi.com' %s/"):format(
      address))))
    assert.equal(0, api:counts().requests)
    assert.same({ 0, "" }, { count "ok", (nginx:log()) })
    for _, host in ipairs { "cvm.tencentcloudapi.com", "CVM.ap-guangzhou.tencentcloudapi.com:443" } do
      assert.equal(200, (curl(("-d '{}' -H %s -H 'X-TC-Action: DescribeZones' %s/"):format(
        shell.quote("Host: " .. host), address))))
    end
    assert.equal(2, api:counts().requests)
  end)

  it("counts what is no answer of the API, and does not hand on half of one", function()
    start()
    api:faults "fail=100&code=502"
    assert.equal(502, (through "DescribeInstances"))
    api:faults "cut_off=100"
    assert.equal(502, (through "DescribeInstances"))
    assert.matches("ClientError%.", nginx:log())
    assert.equal(0, count "ok")
  end)

  it("refuses a compressed body with words, and does not ask for one", function()
    start(function(gateway)
      local text, found = gateway:gsub('proxy_set_header Accept%-Encoding "";', "")
      assert.equal(1, found)
      return text
    end)
    through("DescribeInstances", "-H 'Accept-Encoding: gzip'")
    assert.matches("the body is compressed (gzip): decompress it first", nginx:log(), 1, true)
    assert.equal(1, count "ClientError.ParseJsonError")
    start()
    assert.matches("InstanceId", (select(2, through("DescribeInstances", "-H 'Accept-Encoding: gzip'"))))
    assert.equal(1, count "ok")
  end)

  describe("with lua-resty-http", function()
    if not RESTY then
      return pending "lua-resty-http is not installed for this LuaJIT"
    end

    local function start_with_api()
      start()
      local file = assert(io.open(nginx.folder .. "/api.lua", "w"))
      file:write(api_source(api.endpoint))
      file:close()
    end

    it("sends, and tries again what was throttled", function()
      start_with_api()
      api:faults "throttle=100&times=2"
      local status, body = own "/instances?region=ap-guangzhou"
      assert.equal(200, status, nginx:log())
      assert.matches('^%[{"', body)
      assert.equal(3, api:counts().requests)
    end)

    it("tells a body that is cut off from an answer", function()
      start_with_api()
      api:faults "cut_off=100"
      assert.equal(502, (own "/instances"))
      assert.matches("ClientError.NetworkError", nginx:log())
    end)

    it("works on in a timer when the request has ended", function()
      start_with_api()
      api:faults "throttle=100&times=1"
      assert.equal(202, (own "/terminate?id=ins-00000001"))
      local ends = os.time() + 10
      while api:counts().carried_out == 0 and os.time() < ends do require("socket").sleep(0.02) end
      assert.equal(1, api:counts().carried_out)
    end)
  end)
end)
