-- Many servers write logs to one topic at once: no more at a time than it takes, and again what was throttled or lost.
--   lua5.4 examples/recipes/upload_from_many.lua 127.0.0.1:8081

local client = require "examples.client.http"
local loop = require "examples.client.loop"
local tc = require "tencentcloud"

local SERVERS, UPLOADS = 20, 5

local rules = tc.rules{ attempts = 6, deadline = 30, runtime = loop, backoff = { throttle_base = 0.05 } }
rules:before("cls.UploadLog", tc.rate_limit{ rate = 200, burst = 20 }) -- adaptive = true learns the rate
rules:before("cls.UploadLog", tc.concurrency{ most = 8, every = 0.01 })

-- The same lines twice do no harm here: a lost answer is asked for again.
rules:on("cls.UploadLog", "ClientError.*", tc.retry, { unsafe = true })
rules:on("cls.*", "#billing", tc.forbid "the account is in arrears")

local send = client.new(arg[1], loop)
local written, lost = 0, 0

for server = 1, SERVERS do
  loop.fork(function()
    for upload = 1, UPLOADS do
      local lines = ("server %d, upload %d"):format(server, upload)
      local res, err = rules:call(send, "cls.UploadLog", { TopicId = "topic-1", Content = lines })
      if res then written = written + 1 else lost = lost + 1 print(err) end
    end
  end)
end
loop.run()
print(("%d uploads written, %d lost"):format(written, lost))
