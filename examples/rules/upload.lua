-- The rules of a program that writes logs, as tcerr reads them: `tcerr lint examples/rules/upload.lua`.

local tc = require "tencentcloud"

local rules = tc.rules{ attempts = 3 }

rules:on("cls.UploadLog", "FailedOperation.WriteTrafficLimit", tc.retry{ kind = "throttle", attempts = 5 })
rules:on("cls.*", "ResourceNotFound.*", tc.fail "the topic is gone: look at the configuration")
rules:on("cls.*", "#billing", tc.forbid "the account is in arrears")

return rules
