-- A text message whose template was not approved goes out with another one; numbers that were refused are listed.
--   lua5.4 examples/recipes/sms_fallback.lua 127.0.0.1:8081

local client = require "examples.client.http"
local tc = require "tencentcloud"

local FALLBACK = "1000002"

local rules = tc.rules()
rules:on("sms.SendSms", "FailedOperation.TemplateUnapprovedOrNotExist", function(failure)
  if failure.params.TemplateId == FALLBACK then return tc.fail "neither template is approved" end
  return tc.amend{ TemplateId = FALLBACK }
end)

-- The batch succeeds as a whole; each number has a code of its own. What was sent must not be sent again.
rules:on("sms.SendSms", "*", function(failure)
  for _, item in ipairs(failure.items) do
    print(("not sent to %s: %s"):format(item.item.PhoneNumber, item.code))
  end
  return tc.fail "some numbers got no message"
end, { items = "SendStatusSet[].Code" })

local res, err = rules:call(client.new(arg[1]), "sms.SendSms", {
  SmsSdkAppId = "1400000000", SignName = "Orchard", TemplateId = "1000001",
  PhoneNumberSet = { "+8613800000001", "+8613800000000" },
})
print(res and "all sent" or tostring(err))
