-- The first draft of upload.lua, with the mistakes that `tcerr lint` finds.

local tc = require "tencentcloud"

local rules = tc.rules{ attempts = 3 }

rules:on("cls.UploadLogs", "FailedOperation.WriteTrafficLimit", tc.retry{ kind = "throttle", attempts = 5 })
rules:on("cls.*", "ResourceNotFound", tc.fail "the topic is gone: look at the configuration")
rules:on("cls.*", "OperationDenied.*", tc.retry)

return rules
