-- The headers of a request of API 3.0, for any HTTP client. The signature would be one more: Authorization.

---@param context tencentcloud.SendContext
---@param body string
---@return table<string, string>
return function(context, body)
  return {
    ["host"] = context.service .. ".tencentcloudapi.com",
    ["content-type"] = "application/json",
    ["content-length"] = tostring(#body),
    ["x-tc-action"] = context.name,
    ["x-tc-version"] = context.version,
    ["x-tc-region"] = context.region,
  }
end
