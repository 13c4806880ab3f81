-- The mock of the API in examples/mock, for specs: told what goes wrong, and asked what has happened.

local cjson = require "cjson"
local nginx = require "spec.support.nginx"

local mock = {}
mock.__index = mock

---The mock at that place among an nginx's servers.
function mock.of(server, place)
  return setmetatable({ nginx = server, place = place, endpoint = "127.0.0.1:" .. server.ports[place] }, mock)
end

---A mock of the spec's own.
function mock.start()
  return mock.of(nginx.start "examples/mock/nginx.conf", 1)
end

---@param query string "throttle=20&cut_off=5"
function mock:faults(query)
  local status, body = self.nginx:request("POST", "/mock/faults?" .. query, self.place)
  assert(status == 200, body)
end

function mock:counts()
  return cjson.decode((select(2, self.nginx:request("GET", "/mock/counts", self.place))))
end

---Forgets the faults and the counts.
function mock:reset()
  self.nginx:request("DELETE", "/mock/counts", self.place)
end

function mock:stop()
  self.nginx:stop()
end

return mock
