-- Texts of the codes that any action may return, and of the commonest details of InternalError and AuthFailure.
-- Code = { description, advice, Chinese description, Chinese advice }, in the project's own words; two more are the
-- advice where the action only reads, in English and in Chinese, if that is something else.
return {
  -- Who is calling.
  ["AuthFailure"] = {
    "Tencent Cloud could not tell who sent the request.",
    "Read the message, then check the SecretId, the SecretKey, the token and the signing code, in this order.",
    "无法确认请求者的身份。",
    "先看 Message，再依次检查 SecretId、SecretKey、Token 和签名代码。",
  },
  ["AuthFailure.InvalidAuthorization"] = {
    "The Authorization header does not have the form that API 3.0 expects.",
    "Print the header and compare it with the TC3-HMAC-SHA256 form: algorithm, Credential, SignedHeaders, Signature.",
    "Authorization 请求头的格式不符合 API 3.0 的要求。",
    "打印该请求头，对照 TC3-HMAC-SHA256 的格式检查：算法、Credential、SignedHeaders、Signature 缺一不可。",
  },
  ["AuthFailure.InvalidSecretId"] = {
    "The SecretId is not the id of a Cloud API key.",
    "Copy the SecretId again from Access Management > API Keys; keys of other products do not work here.",
    "SecretId 不是云 API 密钥的 ID。",
    "到“访问管理 > API 密钥管理”重新复制 SecretId；其他产品的密钥不能用于云 API。",
  },
  ["AuthFailure.MFAFailure"] = {
    "The multi-factor check did not pass.",
    "Repeat the MFA check of the account and send a fresh code; a program should use a key that needs no MFA.",
    "多因素认证（MFA）未通过。",
    "重新完成 MFA 校验并使用最新的动态码；程序调用请改用不要求 MFA 的密钥。",
  },
  ["AuthFailure.SecretIdNotFound"] = {
    "No key with this SecretId exists, or it has been disabled.",
    "Look it up under Access Management > API Keys: enabled, not deleted, no blanks around it, not from another site.",
    "SecretId 对应的密钥不存在或已被禁用。",
    "到“访问管理 > API 密钥管理”核对：密钥是否启用、是否已删除、前后有无空格、是否属于另一个站点（国内站/国际站）。",
  },
  ["AuthFailure.SignatureExpire"] = {
    "The signature is too old: the request's timestamp is more than five minutes off the server's clock.",
    "Set the machine's clock (NTP) and sign each attempt afresh; never send a stored signature again.",
    "签名已过期：请求中的时间戳与服务器时间相差超过五分钟。",
    "校准本机时间（NTP），每次发送前重新签名，不要复用以前的签名。",
  },
  ["AuthFailure.SignatureFailure"] = {
    "The signature does not match the request.",
    "Check the keys (a pair, no stray blanks), that you sent what you signed, and signed with the UTC date.",
    "签名与请求内容不一致。",
    "确认 SecretKey 与 SecretId 成对且无多余空格或换行，签名内容与实际发送的一致（请求体、Host、请求头），日期为 UTC 日期。",
  },
  ["InvalidParameter.PaginationTokenInvalid"] = {
    "The token of the next page is wrong, or no longer valid.",
    "Begin again at the first page, without PaginationToken, and pass on unchanged what each answer gives.",
    "下一页的 PaginationToken 有误或已失效。",
    "去掉 PaginationToken，从第一页重新开始；之后原样传回每次响应给出的值。",
  },
  ["AuthFailure.TokenFailure"] = {
    "The temporary token is wrong, or has expired.",
    "Fetch new temporary credentials (STS or the instance's role) and use all three parts together: id, key and token.",
    "临时凭证的 Token 无效或已过期。",
    "重新获取临时密钥（STS 或实例角色），SecretId、SecretKey、Token 三者须成套使用。",
  },
  ["AuthFailure.UnauthorizedOperation"] = {
    "The caller is known, but no CAM policy allows this action on this resource.",
    "Have an administrator grant the action named in the message to this user or role in Access Management > Policies.",
    "身份有效，但没有 CAM 策略允许对该资源执行此操作。",
    "请管理员到“访问管理 > 策略”，把 Message 中提到的接口授权给该子用户或角色。",
  },
  ["AuthFailure.AuthFailureError"] = {
    "The check of the caller's identity failed.",
    "Check the key pair and the signature; if both are right, check the CAM policies of the caller.",
    "身份认证失败。",
    "检查密钥对和签名；若都正确，再检查调用者的 CAM 策略。",
  },
  ["AuthFailure.CamException"] = {
    "The access management service answered the check with an error.",
    "Read the message for the policy or role it names; send the request again later if it names none.",
    "访问管理（CAM）在鉴权时返回了错误。",
    "查看 Message 中提到的策略或角色；如果没有具体信息，请稍后再试。",
  },
  ["AuthFailure.NotEnterpriseAuthorization"] = {
    "The account has no enterprise verification, which this action requires.",
    "Complete the enterprise verification of the account in Account Center, then send the request again.",
    "账号未完成企业实名认证，而该接口要求企业认证。",
    "到“账号中心”完成企业认证后再调用。",
  },
  ["AuthFailure.TokenExpired"] = {
    "The token has expired.",
    "Fetch a new token and send the request again with it.",
    "Token 已过期。",
    "获取新的 Token 后重新发送请求。",
  },
  ["AuthFailure.UserInvalidStatus"] = {
    "The account is not in a state in which it may call this service.",
    "Open the service's console with this account and see what it asks for: activation, verification or payment.",
    "账号当前状态不允许调用该服务。",
    "用该账号打开对应产品的控制台，按提示完成开通、认证或续费。",
  },
  ["AuthFailure.UserNotFound"] = {
    "The service does not know this account.",
    "Activate the service for the account in its console, and check that the key belongs to that account.",
    "该服务中没有此账号。",
    "在控制台为该账号开通服务，并确认密钥属于这个账号。",
  },
  ["AuthFailure.UserStopArrear"] = {
    "The service is stopped for this account because of arrears.",
    "Settle the bill in Billing Center; the service comes back after the payment.",
    "账号欠费，服务已停止。",
    "到“费用中心”充值结清欠款，服务随后恢复。",
  },
  ["UnauthorizedOperation"] = {
    "The caller may not do this.",
    "Check the caller's CAM policies for this action and resource, and whether the feature needs an application first.",
    "没有执行该操作的权限。",
    "检查调用者的 CAM 策略是否包含该接口和资源，并确认该功能是否需要先申请开通。",
  },
  ["IpInBlacklist"] = {
    "The caller's IP address is on a blacklist.",
    "Find the public address the request leaves from, and take it off the blacklist, or call from another one.",
    "请求来源 IP 在黑名单中。",
    "确认请求的公网出口 IP，将其移出黑名单，或换一个 IP 调用。",
  },
  ["IpNotInWhitelist"] = {
    "The caller's IP address is not on the whitelist.",
    "Add the public address the request leaves from to the key's or the service's whitelist.",
    "请求来源 IP 不在白名单中。",
    "把请求的公网出口 IP 加入密钥或产品的 IP 白名单。",
  },

  -- What was asked for.
  ["ActionOffline"] = {
    "This action has been taken offline.",
    "Look up its successor in the service's API documentation, and move the call to it.",
    "该接口已下线。",
    "在产品的 API 文档中查找替代接口并迁移。",
  },
  ["InvalidAction"] = {
    "The service has no action of this name in this version.",
    "Check the spelling of Action (`tcerr actions SERVICE` lists them), the Version and the endpoint's host.",
    "该服务的当前版本中没有这个接口。",
    "检查 Action 的拼写（`tcerr actions 服务名` 可列出全部接口）、Version 和请求域名。",
  },
  ["NoSuchProduct"] = {
    "There is no such service.",
    "Check the host name and the service's short name, such as `cvm` or `cls`.",
    "产品不存在。",
    "检查请求域名和产品短名，例如 `cvm`、`cls`。",
  },
  ["NoSuchVersion"] = {
    "The service has no such version of its API.",
    "Set Version to a date from the service's API documentation, such as 2017-03-12 for CVM.",
    "该服务没有这个接口版本。",
    "把 Version 改为产品 API 文档中给出的日期，例如 CVM 为 2017-03-12。",
  },
  ["UnsupportedOperation"] = {
    "The operation is not supported here.",
    "Read the message: the resource's type, billing mode, region or state may rule it out; choose one that allows it.",
    "不支持该操作。",
    "根据 Message 判断是资源类型、计费模式、地域还是状态不支持，并更换为支持的资源或方式。",
  },
  ["UnsupportedProtocol"] = {
    "The request came by a protocol or method that API 3.0 does not take.",
    "Use HTTPS with GET or POST.",
    "请求所用的协议或方法不受 API 3.0 支持。",
    "请使用 HTTPS 的 GET 或 POST。",
  },
  ["UnsupportedRegion"] = {
    "The service does not run in this region.",
    "Choose a region from the service's list, and check the spelling, such as ap-guangzhou.",
    "该服务不支持此地域。",
    "从产品支持的地域中选择一个，并检查拼写，例如 ap-guangzhou。",
  },
  ["DryRunOperation"] = {
    "The request was only a dry run; sent for real, it would have succeeded.",
    "Nothing is wrong: leave DryRun out to do it for real.",
    "本次请求仅为预检；正式发送将会成功。",
    "无需处理；去掉 DryRun 参数即可正式执行。",
  },

  -- What is wrong in the request.
  ["InvalidParameter"] = {
    "A parameter has the wrong type or form.",
    "Fix the parameter that the message names; compare its name, type and nesting with the documentation.",
    "参数的类型或格式有误。",
    "修正 Message 指出的参数，对照文档检查名称、类型和层级。",
  },
  ["InvalidParameterValue"] = {
    "A parameter has a value that is not allowed.",
    "Change the value that the message names to one the documentation allows.",
    "参数取值不被允许。",
    "把 Message 指出的参数改为文档允许的取值。",
  },
  ["InvalidRequest"] = {
    "The request's multipart body is malformed.",
    "Check the boundary, the headers of each part and the Content-Type of the multipart body.",
    "请求的 multipart 请求体格式有误。",
    "检查 multipart 的 boundary、各部分的头和 Content-Type。",
  },
  ["MissingParameter"] = {
    "A parameter that is required is missing.",
    "Add the parameter that the message names; common ones such as Region belong in the headers.",
    "缺少必填参数。",
    "补上 Message 指出的参数；Region 等公共参数应放在请求头中。",
  },
  ["UnknownParameter"] = {
    "The action has no parameter of this name.",
    "Remove the parameter or fix its spelling: names are case-sensitive; it may belong to another version.",
    "该接口没有这个参数。",
    "删除该参数或改正拼写：参数名区分大小写，也可能属于其他版本。",
  },
  ["RequestSizeLimitExceeded"] = {
    "The request is larger than the API takes.",
    "Send less at a time (10 MB by POST, 32 KB by GET): smaller batches, or a link to a COS object for files.",
    "请求包超过大小限制。",
    "减少单次发送的数据（POST 最大 10 MB，GET 最大 32 KB）：分批发送，文件可改传 COS 链接。",
  },
  ["ResponseSizeLimitExceeded"] = {
    "The answer would be larger than the API sends.",
    "Ask for less: a smaller Limit, a shorter time range, fewer fields, or page through the result.",
    "返回包超过大小限制。",
    "缩小请求范围：减小 Limit、缩短时间范围、减少字段，或分页获取。",
  },

  -- How much and how often.
  ["LimitExceeded"] = {
    "A quota is used up.",
    "Delete what is no longer needed, or ask for a higher quota by ticket; waiting does not help.",
    "超过配额限制。",
    "清理不再使用的资源，或提交工单申请提升配额；仅等待没有作用。",
  },
  ["RequestLimitExceeded"] = {
    "Too many requests in a short time.",
    "Wait a second or more, then try again more slowly; spread calls, use batch actions, or ask for a higher rate.",
    "请求过于频繁，超过了频率限制。",
    "等待一秒以上再试并降低频率；可以打散调用、改用批量接口或申请提升频率上限。",
  },
  ["RequestLimitExceeded.UinLimitExceeded"] = {
    "The main account has sent too many requests in a short time.",
    "Slow all callers of this account down: the limit is shared by its users and keys.",
    "主账号的请求超过频率限制。",
    "降低该账号下所有调用方的频率：主账号下的用户和密钥共用这一上限。",
  },
  ["RequestLimitExceeded.IPLimitExceeded"] = {
    "Too many requests came from this IP address.",
    "Slow down, or spread the calls over more outgoing addresses.",
    "该 IP 的请求超过频率限制。",
    "降低频率，或使用更多的出口 IP 分散调用。",
  },
  ["RequestLimitExceeded.GlobalRegionUinLimitExceeded"] = {
    "The main account has sent too many requests over all regions.",
    "Slow down in all regions together: this limit does not count them one by one.",
    "主账号在所有地域的请求总量超过频率限制。",
    "整体降低各地域的调用频率：该上限按所有地域合计。",
  },
  ["ResourceInsufficient"] = {
    "The cloud has not enough of this resource now.",
    "Try another zone, another instance type or a smaller amount; look at the stock in the console.",
    "资源不足。",
    "更换可用区、机型或减少数量，并在控制台查看库存。",
  },
  ["ResourcesSoldOut"] = {
    "The resource is sold out.",
    "Choose another zone, type or billing mode; trying again at once does not help.",
    "资源已售罄。",
    "更换可用区、规格或计费模式；立即重试没有作用。",
  },

  -- What was found.
  ["ResourceNotFound"] = {
    "The resource does not exist.",
    "Check the id, the region and the account; the resource may have been deleted.",
    "资源不存在。",
    "检查资源 ID、地域和账号是否正确；资源可能已被删除。",
  },
  ["ResourceInUse"] = {
    "The resource is in use.",
    "Find what holds it (the message names it), release that first, then try again.",
    "资源被占用。",
    "根据 Message 找到占用者并先行解除，然后再操作。",
  },
  ["ResourceUnavailable"] = {
    "The resource cannot be used now.",
    "Look at its state in the console; wait if it is being changed, settle the bill if it is stopped.",
    "资源当前不可用。",
    "在控制台查看资源状态：变更中请等待，欠费停服请先缴费。",
  },
  ["OperationDenied"] = {
    "The operation was denied.",
    "Read the message for the rule that denies it: a policy, a protection, the resource's state or the account's.",
    "操作被拒绝。",
    "根据 Message 找出拒绝的原因：策略、保护设置、资源状态或账号状态。",
  },

  -- What went wrong over there.
  ["FailedOperation"] = {
    "The operation failed; the code does not say why.",
    "Read the message, and look at the resource before you repeat the call: part of it may have been done.",
    "操作失败，错误码未说明原因。",
    "查看 Message；重试前先确认资源状态，操作可能已部分执行。",
    "Read the message, then check the request; the action only reads, so nothing was changed.",
    "查看 Message 并检查请求；该接口只读取数据，没有改动任何内容。",
  },
  ["InternalError"] = {
    "Something failed inside the service.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "服务内部错误。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["InternalError.DBError"] = {
    "The service could not use its database.",
    "Try again with growing pauses; before repeating a write, check whether it was done.",
    "服务访问其数据库失败。",
    "逐步延长间隔后重试；重复写操作前请先确认上一次是否已生效。",
  },
  ["InternalError.DbError"] = {
    "The service could not use its database.",
    "Try again with growing pauses; before repeating a write, check whether it was done.",
    "服务访问其数据库失败。",
    "逐步延长间隔后重试；重复写操作前请先确认上一次是否已生效。",
  },
  ["InternalError.DbOperationFailed"] = {
    "An operation on the service's database failed.",
    "Try again with growing pauses; before repeating a write, check whether it was done.",
    "服务的数据库操作失败。",
    "逐步延长间隔后重试；重复写操作前请先确认上一次是否已生效。",
  },
  ["InternalError.SystemError"] = {
    "The service's own system failed.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "服务系统内部错误。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["InternalError.UnknownError"] = {
    "The service failed in a way it has no name for.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId and the message.",
    "服务发生未知错误。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 和 Message 提交工单。",
  },
  ["InternalError.Unknown"] = {
    "The service failed in a way it has no name for.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId and the message.",
    "服务发生未知错误。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 和 Message 提交工单。",
  },
  ["InternalError.InternalError"] = {
    "Something failed inside the service.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "服务内部错误。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["InternalError.UnexpectedInternal"] = {
    "The service met an error it did not expect.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "服务发生预料之外的内部错误。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["InternalError.InternalHttpServerError"] = {
    "A call between the service's own servers failed.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "服务内部的 HTTP 调用失败。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["InternalError.InternalRPCError"] = {
    "A call between the service's own servers failed.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "服务内部的 RPC 调用失败。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["InternalError.Timeout"] = {
    "A part of the service did not answer in time.",
    "Check whether the operation was done after all, then try again with growing pauses.",
    "服务内部处理超时。",
    "先确认操作是否已完成，再逐步延长间隔重试。",
    "Try again with growing pauses, or ask for less at once.",
    "逐步延长间隔后重试，或减小单次查询的范围。",
  },
  ["InternalError.Param"] = {
    "A part of the service rejected a parameter.",
    "Check the request's parameters first; if they are right, open a ticket with the RequestId.",
    "服务内部校验认为参数有误。",
    "先检查请求参数；确认无误后携带 RequestId 提交工单。",
  },
  ["InternalError.CamAuthFailed"] = {
    "The service's check with access management failed.",
    "Check that the caller's CAM policies, and the service's role, allow the action; try again if they do.",
    "服务向访问管理（CAM）鉴权失败。",
    "检查调用者的 CAM 策略及服务角色是否允许该操作；若已允许，请稍后重试。",
  },
  ["InternalError.CamNoAuth"] = {
    "Access management does not allow this caller to do it.",
    "Have an administrator grant the action to this user or role in Access Management > Policies.",
    "访问管理（CAM）不允许该调用者执行此操作。",
    "请管理员到“访问管理 > 策略”为该用户或角色授权。",
  },
  ["ServiceUnavailable"] = {
    "The service is unavailable for the moment.",
    "Try again with growing pauses; look at the status page if it goes on.",
    "服务暂时不可用。",
    "逐步延长间隔后重试；若持续不可用，请查看服务状态页。",
  },

  -- What this module itself reports, where there is not an API response.
  ["ClientError"] = {
    "There is no usable API response.",
    "Read the message: it says what was received instead.",
    "没有得到可用的 API 响应。",
    "查看错误信息，其中说明了实际收到的内容。",
  },
  ["ClientError.ParseJsonError"] = {
    "The body is not valid JSON, or was cut off.",
    "Look at the place the message names: a cut-off body points to the network or a proxy, HTML to a gateway.",
    "响应体不是合法的 JSON，或被截断。",
    "查看错误信息指出的位置：被截断多为网络或代理问题，HTML 多来自网关。",
  },
  ["ClientError.ResponseError"] = {
    "The body is JSON, but not an answer of API 3.0, or one whose Error has no code.",
    "Check the endpoint's host and the API's version, since older APIs answer in other shapes; read the message.",
    "响应体是 JSON，但不是 API 3.0 的响应，或其中的 Error 没有错误码。",
    "检查请求域名和 API 版本，旧版 API 返回别的格式；并查看错误信息。",
  },
  ["ClientError.EmptyBody"] = {
    "The answer has no body.",
    "Check the HTTP status, and whether a proxy or a time limit cut the connection; then try again.",
    "响应没有内容。",
    "检查 HTTP 状态码，以及连接是否被代理或超时中断，然后重试。",
  },
  ["ClientError.HttpStatusCodeError"] = {
    "The HTTP status is not 2xx, and the body has no code of the API: often something before the API answered.",
    "Look at the status: 4xx points to the URL or a proxy, 5xx to a gateway; for 5xx, try again.",
    "HTTP 状态码不是 2xx，响应体中也没有 API 的错误码，多半并非来自 API 本身。",
    "查看状态码：4xx 检查 URL 或代理，5xx 多为网关问题，可稍后重试。",
  },
  ["ClientError.NetworkError"] = {
    "The request did not get through, or its answer did not come back.",
    "Check DNS, the proxy, the firewall and the time limit; before repeating a write, check whether it was done.",
    "请求未送达，或响应未返回。",
    "检查 DNS、代理、防火墙和超时设置；重复写操作前先确认上一次是否已生效。",
  },
}
