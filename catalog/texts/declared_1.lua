-- Texts of codes that many actions of one or two services declare, by subject: policies and identity, money, pictures
-- and speech, gateways and networks, databases and data, content delivery, DNSPod, DTS, and faults inside services.
-- Code = { description, advice, Chinese description, Chinese advice }; "SERVICE Code" where one service means
-- something more specific.
return {
  -- Policies: the document.
  ["InvalidParameter.PolicyDocumentError"] = {
    "The policy document is not valid.",
    "Check PolicyDocument (Content in Organization): valid JSON in the CAM syntax, with version and statement.",
    "策略文档不合法。",
    "检查 PolicyDocument（集团账号管理中为 Content）：须为合法的 JSON，并符合 CAM 策略语法，含 version 和 statement。",
  },
  ["InvalidParameter.PolicyDocumentLengthOverLimit"] = {
    "The policy document is too long.",
    "Shorten it: merge statements of the same effect and use wildcards, or split it into several policies.",
    "策略文档超过长度限制。",
    "精简策略文档：合并效力相同的语句、使用通配符，或拆分为多个策略。",
  },
  ["InvalidParameter.StatementError"] = {
    "The statement element of the policy is not valid.",
    "Make statement an array whose entries each have an effect and what else the policy syntax asks for.",
    "策略文档的 statement 元素不合法。",
    "statement 应为数组，每一项含 effect 以及策略语法要求的其他元素。",
  },
  ["InvalidParameter.EffectError"] = {
    "The effect element of the policy is not valid.",
    "Set effect to allow or deny in every statement.",
    "策略文档的 effect 元素不合法。",
    "把每条语句的 effect 设为 allow 或 deny。",
  },
  ["InvalidParameter.ActionError"] = {
    "The action element of the policy is not valid.",
    "Write each action as service:action, such as cvm:DescribeInstances, and several of them as an array.",
    "策略文档的 action 元素不合法。",
    "写成产品名、半角冒号加接口名，例如 cvm:DescribeInstances；有多个时使用数组。",
  },
  ["InvalidParameter.ActionMiss"] = {
    "A statement of the policy names no action, or one that does not exist.",
    "Give each statement an action that exists, such as cvm:DescribeInstances, and check its spelling.",
    "策略语句中缺少操作，或所写的操作不存在。",
    "为每条语句填写实际存在的操作，例如 cvm:DescribeInstances，并检查拼写。",
  },
  ["InvalidParameter.ActionNotExist"] = {
    "The policy names an action that does not exist.",
    "Check the action's spelling against the API documentation of its service, and remove those that are gone.",
    "策略中的操作不存在。",
    "对照产品的 API 文档检查操作名的拼写，并删除已不存在的操作。",
  },
  ["InvalidParameter.ActionServiceNotExist"] = {
    "An action in the policy belongs to a service that does not exist.",
    "Correct the part before the colon, such as cvm in cvm:RunInstances; the CAM documentation lists the names.",
    "策略中操作所属的服务不存在。",
    "修正冒号前的服务名，例如 cvm:RunInstances 中的 cvm；CAM 文档列有各产品的名称。",
  },
  ["InvalidParameter.NotSupportProduct"] = {
    "CAM does not support a type of resource that the policy names.",
    "See in the list of CAM-enabled products what the product supports, and change or remove that resource.",
    "CAM 不支持策略中指定的资源类型。",
    "查阅“支持 CAM 的产品”列表确认该产品支持的资源类型，修改或删除该资源。",
  },
  ["InvalidParameter.ConditionError"] = {
    "The condition element of the policy is not valid.",
    "Nest it as operator, then condition key, then value: {\"ip_equal\": {\"qcs:ip\": \"10.0.0.0/24\"}}.",
    "策略文档的 condition 元素不合法。",
    "按“运算符、条件键、条件值”逐层书写，例如 {\"ip_equal\": {\"qcs:ip\": \"10.0.0.0/24\"}}。",
  },
  ["InvalidParameter.ConditionContentError"] = {
    "The content of a condition in the policy is wrong.",
    "Check the condition's key and its value: a key that the service knows, a value of the type the operator takes.",
    "策略中条件的内容不正确。",
    "检查条件键和条件值：条件键须为产品支持的键，条件值的类型须与运算符一致。",
  },
  ["InvalidParameter.ConditionTypeError"] = {
    "The operator of a condition in the policy is wrong.",
    "Use an operator of the policy syntax, such as string_equal, numeric_equal or ip_equal.",
    "策略中条件的运算符不正确。",
    "使用策略语法支持的运算符，例如 string_equal、numeric_equal、ip_equal。",
  },

  -- Policies: principals.
  ["InvalidParameter.PrincipalError"] = {
    "The principal element of the policy is not valid.",
    "Give principal a qcs or service member as the policy syntax asks; leave it out where a policy takes none.",
    "策略文档的 principal 元素不合法。",
    "按策略语法在 principal 中填写 qcs 或 service；不支持 principal 的策略应去掉该元素。",
  },
  ["InvalidParameter.PrincipalQcsError"] = {
    "The qcs of the policy's principal is malformed.",
    "Write it as qcs::cam::uin/MAIN_ACCOUNT:root, with the digits of the account's uin.",
    "策略 principal 中的 qcs 有误。",
    "按 qcs::cam::uin/主账号 Uin:root 的形式书写，Uin 为数字。",
  },
  ["InvalidParameter.PrincipalQcsNotExist"] = {
    "The qcs of the policy's principal names something that does not exist.",
    "Check the uin in qcs, and that the user, role or provider after it exists in that account.",
    "策略 principal 中 qcs 指定的对象不存在。",
    "检查 qcs 中的 Uin，以及其后的用户、角色或身份提供商是否存在于该账号。",
  },
  ["InvalidParameter.PrincipalServiceNotExist"] = {
    "The service that the policy's principal names does not exist.",
    "Take the name from the product's documentation of service roles, such as cvm.qcloud.com.",
    "策略 principal 中 service 指定的服务不存在。",
    "从产品的服务角色文档中复制服务名，例如 cvm.qcloud.com。",
  },

  -- Policies: resources.
  ["InvalidParameter.ResourceError"] = {
    "The resource element of the policy is not valid.",
    "Use * or six segments, qcs:project:service:region:account:resource, and several of them as an array.",
    "策略文档的 resource 元素不合法。",
    "使用 * 或六段式 qcs:project:service:region:account:resource；有多个时使用数组。",
  },
  ["InvalidParameter.ResourceQcsError"] = {
    "A resource in the policy is not a valid six-segment description.",
    "Write it as qcs:project:service:region:account:resource; segments may be empty, colons may not lack.",
    "策略中的资源六段式有误。",
    "按 qcs:project:service:region:account:resource 书写；各段可为空，但冒号不能缺。",
  },
  ["InvalidParameter.ResourceProjectError"] = {
    "The project segment of a resource in the policy is wrong.",
    "Leave the second segment empty (qcs::service:...), or put the id of an existing project there.",
    "策略中资源的项目段不正确。",
    "六段式的第二段留空（qcs::service:...），或填写已有项目的 ID。",
  },
  ["InvalidParameter.ResourceServiceNotExist"] = {
    "The service segment of a resource in the policy names no existing service.",
    "Correct the third segment, such as cvm or cos; the CAM documentation lists the services' names.",
    "策略中资源所写的服务不存在。",
    "修正六段式的第三段，例如 cvm、cos；CAM 文档列有各产品的名称。",
  },
  ["InvalidParameter.ResourceRegionError"] = {
    "The region segment of a resource in the policy is wrong.",
    "Set the fourth segment to a region such as ap-guangzhou, or leave it empty for all regions.",
    "策略中资源的地域段不正确。",
    "六段式的第四段填写地域，例如 ap-guangzhou；留空表示所有地域。",
  },
  ["InvalidParameter.ResourceUinError"] = {
    "The account segment of a resource in the policy is wrong.",
    "Set the fifth segment to uin/ and the uin of the main account that owns the resource.",
    "策略中资源所属的主账号不正确。",
    "六段式的第五段填写 uin/ 加资源所属主账号的 Uin。",
  },
  ["InvalidParameter.ResourceContentError"] = {
    "The last segment of a resource in the policy is wrong.",
    "Write the type and id as the service's CAM documentation shows them, such as instance/ins-12345678, or use *.",
    "策略中资源段的内容不正确。",
    "按产品的 CAM 文档填写资源类型和 ID，例如 instance/ins-12345678，或使用 *。",
  },

  -- Policies: names, ids and numbers.
  ["InvalidParameter.PolicyNameError"] = {
    "The policy name is not valid.",
    "Change PolicyName (Name in Organization) to the length and characters that the documentation allows.",
    "策略名称不合法。",
    "按文档允许的长度和字符修改 PolicyName（集团账号管理中为 Name）。",
  },
  ["FailedOperation.PolicyNameInUse"] = {
    "A policy of this name exists already.",
    "Choose another name, or look the policy up with ListPolicies and update that one.",
    "同名策略已存在。",
    "更换策略名称，或用 ListPolicies 查询同名策略并直接更新。",
  },
  ["InvalidParameter.DescriptionLengthOverlimit"] = {
    "The description is longer than 300 bytes.",
    "Shorten Description; a Chinese character takes three bytes in UTF-8.",
    "描述超过 300 字节。",
    "缩短 Description；一个汉字的 UTF-8 编码占 3 字节。",
  },
  ["InvalidParameter.PolicyIdNotExist"] = {
    "No policy has this id.",
    "Check PolicyId with ListPolicies, and that the key belongs to the account that owns the policy.",
    "策略 ID 不存在。",
    "用 ListPolicies 核对 PolicyId，并确认密钥属于策略所在的账号。",
  },
  ["ResourceNotFound.PolicyIdNotFound"] = {
    "No policy has this id.",
    "Check PolicyId with ListPolicies, and that the key belongs to the account that owns the policy.",
    "策略 ID 不存在。",
    "用 ListPolicies 核对 PolicyId，并确认密钥属于策略所在的账号。",
  },
  ["FailedOperation.PolicyFull"] = {
    "The account or user has as many policies as it may have.",
    "Merge policies, delete unused ones (ListPolicies, DeletePolicy), or ask for a higher quota by ticket.",
    "策略数量已达上限。",
    "合并策略，删除不再使用的策略（ListPolicies、DeletePolicy），或提交工单申请提升配额。",
  },
  ["InvalidParameter.AttachmentFull"] = {
    "The user, group, role or other target has as many policies attached as it may have.",
    "Detach policies that are no longer needed or merge several into one, then attach the new one.",
    "授权对象关联的策略数已达上限。",
    "解除不再需要的策略，或将多个策略合并为一个，再进行关联。",
  },

  -- Users, groups and keys.
  ["InvalidParameter.UserNotExist"] = {
    "The user does not exist.",
    "Check the user's Uin with ListUsers, and that the key belongs to the same main account.",
    "用户不存在。",
    "用 ListUsers 核对用户的 Uin，并确认密钥属于同一主账号。",
  },
  ["ResourceNotFound.UserNotExists"] = {
    "The user does not exist.",
    "Check the name, id or account of the user that the request is about, and the account of the key.",
    "用户不存在。",
    "检查请求所涉及的用户名称、ID 或账号，以及密钥所属账号。",
  },
  ["cam ResourceNotFound.UserNotExists"] = {
    "The message receiver does not exist.",
    "Check Name with ListReceiver; the receiver may have been deleted already.",
    "消息接收人不存在。",
    "用 ListReceiver 核对 Name；该接收人可能已被删除。",
  },
  ["InvalidParameter.GroupNotExist"] = {
    "The user group does not exist.",
    "Check GroupId with ListGroups; in Organization, ZoneId must be the space that the group belongs to.",
    "用户组不存在。",
    "用 ListGroups 核对 GroupId；集团账号管理中还须确认 ZoneId 是该用户组所在的空间。",
  },
  ["OperationDenied.AccessKeyOverLimit"] = {
    "The user has two access keys already, and may not have more.",
    "Find one that is not used any more with ListAccessKeys, delete it with DeleteAccessKey, then go on.",
    "该用户已有两个访问密钥，达到上限。",
    "用 ListAccessKeys 找出不再使用的密钥，以 DeleteAccessKey 删除后再操作。",
  },
  ["OperationDenied.UinNotMatch"] = {
    "The access key does not belong to this account.",
    "Check with ListAccessKeys that AccessKeyId and TargetUin belong together.",
    "密钥与账号不匹配。",
    "用 ListAccessKeys 确认 AccessKeyId 属于 TargetUin 指定的账号。",
  },
  ["ssm OperationDenied.UinNotMatch"] = {
    "The access key in the secret does not belong to this account.",
    "Check SecretName, and rotate the secret with a key of the account that its access key belongs to.",
    "凭据中的访问密钥与当前账号不匹配。",
    "检查 SecretName，并使用该访问密钥所属账号的密钥进行轮转。",
  },
  ["ResourceNotFound.SecretNotExist"] = {
    "The access key does not exist.",
    "Check AccessKeyId with ListAccessKeys, and TargetUin if the key belongs to another user.",
    "密钥不存在。",
    "用 ListAccessKeys 核对 AccessKeyId；密钥属于其他用户时还须检查 TargetUin。",
  },
  ["ssm ResourceNotFound.SecretNotExist"] = {
    "The secret does not exist.",
    "Check SecretName with ListSecrets, VersionId with ListSecretVersionIds, and the region.",
    "凭据不存在。",
    "用 ListSecrets 核对 SecretName，用 ListSecretVersionIds 核对 VersionId，并检查地域。",
  },
  ["InvalidParameter.InterfaceNotExist"] = {
    "There is no such action.",
    "Check the spelling of Action and the Version against the service's API documentation.",
    "接口不存在。",
    "对照产品的 API 文档检查 Action 的拼写和 Version。",
  },

  -- Identity providers.
  ["InvalidParameter.IdentityNameInUse"] = {
    "An identity provider of this name exists already.",
    "Choose another name, or update the existing provider; Access Management > Identity Providers lists them.",
    "身份提供商名称已被使用。",
    "更换名称，或更新已有的身份提供商；可在“访问管理 > 身份提供商”中查看。",
  },
  ["InvalidParameterValue.NameError"] = {
    "The name of the identity provider is not valid.",
    "Change the name to the length and characters that the documentation of the action allows.",
    "身份提供商名称有误。",
    "按接口文档允许的长度和字符修改名称。",
  },
  ["InvalidParameterValue.IdentityUrlError"] = {
    "The URL of the identity provider is wrong.",
    "Set IdentityUrl to the issuer in the provider's openid-configuration, character for character.",
    "身份提供商 URL 有误。",
    "把 IdentityUrl 设为身份提供商 openid-configuration 中 issuer 的值，须完全一致。",
  },
  ["InvalidParameterValue.IdentityKeyError"] = {
    "The public key for the provider's OIDC signatures is wrong.",
    "Fetch the signing keys (JWKS) of the identity provider and pass them in IdentityKey, encoded in Base64.",
    "OIDC 签名公钥有误。",
    "从身份提供商获取签名公钥（JWKS），经 Base64 编码后填入 IdentityKey。",
  },
  ["LimitExceeded.IdentityFull"] = {
    "There are as many identity providers as there may be.",
    "Delete one that is no longer needed in Access Management > Identity Providers, or open a ticket.",
    "身份提供商数量已达上限。",
    "在“访问管理 > 身份提供商”中删除不再需要的身份提供商，或提交工单咨询。",
  },
  ["ResourceNotFound.IdentityNotExist"] = {
    "The identity provider does not exist.",
    "Check the name in Access Management > Identity Providers, or create the provider first.",
    "身份提供商不存在。",
    "在“访问管理 > 身份提供商”中核对名称，或先创建身份提供商。",
  },

  -- Money and activation.
  ["InvalidAccount.InsufficientBalance"] = {
    "The account's balance is not enough for this order.",
    "Top the account up in Billing Center, then place the order again.",
    "账户余额不足。",
    "到“费用中心”充值后重新下单。",
  },
  ["UnsupportedOperation.AccountArrears"] = {
    "The account is in arrears.",
    "Settle the bill in Billing Center, then send the request again.",
    "账号欠费。",
    "到“费用中心”充值结清欠款后重新调用。",
  },
  ["UnsupportedOperation.OutOfService"] = {
    "The service is stopped because the account is in arrears.",
    "Settle the bill in Billing Center; the service comes back after the payment.",
    "账号欠费，服务已停止。",
    "到“费用中心”充值结清欠款，服务随后恢复。",
  },
  ["UnsupportedOperation.UnverifiedUser"] = {
    "The account has not passed real-name verification.",
    "Complete the verification in Account Center, then send the request again.",
    "账号未完成实名认证。",
    "先到“账号中心”完成实名认证，再重新调用。",
  },
  ["InvalidParameterValue.AppIdNotRegistered"] = {
    "Text-to-speech is not activated for the account.",
    "Activate it in the TTS console, and check that the key belongs to the account that has it.",
    "账号未开通语音合成服务。",
    "到语音合成控制台开通，并确认密钥属于已开通的账号。",
  },
  ["FailedOperation.InvalidVodUser"] = {
    "Video on Demand is not activated for the account.",
    "Activate it in the Video on Demand console, and check that the key belongs to the account that has it.",
    "账号未开通云点播服务。",
    "到云点播控制台开通，并确认密钥属于已开通的账号。",
  },
  ["ResourceNotFound.CdnUserNotExists"] = {
    "CDN is not activated for the account.",
    "Activate it in the CDN console, and check that the key belongs to the account that has it.",
    "账号未开通 CDN 服务。",
    "到 CDN 控制台开通，并确认密钥属于已开通的账号。",
  },
  ["InvalidParameterValue.InvalidAppIdFormat"] = {
    "The AppId of the account is not valid.",
    "Check that the key belongs to the right account and that no AppId is set by hand; if so, open a ticket.",
    "账号的 AppId 无效。",
    "确认密钥属于正确的账号，且没有手工填写 AppId；若仍报错，提交工单。",
  },

  -- Pictures and speech.
  ["FailedOperation.GenerateImageFailed"] = {
    "The generated image did not pass the content review.",
    "Change the prompt or the input image so that nothing sensitive is asked for, then generate again.",
    "生成的图片未通过内容审核。",
    "修改提示词或输入图片，避免涉及敏感内容，再重新生成。",
  },
  ["OperationDenied.ImageIllegalDetected"] = {
    "The image did not pass the content review: it contains illegal or sensitive content.",
    "Use another image, or change the prompt if the image is a generated one.",
    "图片含违规或敏感内容，未通过审核。",
    "更换图片；如果是生成的图片，请修改提示词。",
  },
  ["OperationDenied.TextIllegalDetected"] = {
    "The text did not pass the content review: it contains illegal or sensitive content.",
    "Change the prompt and remove what is sensitive from it.",
    "文本含违规或敏感内容，未通过审核。",
    "修改提示词，去掉其中的敏感内容。",
  },
  ["FailedOperation.ConsoleServerError"] = {
    "The console service behind the action failed.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "控制台服务异常。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["InternalError.FailAccessRedis"] = {
    "The service could not use its Redis store.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "服务访问 Redis 失败。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["FailedOperation.ProcessTimeout"] = {
    "The request was not handled in time.",
    "Try again with growing pauses; before repeating a change, look at the instance or session it concerns.",
    "处理超时。",
    "逐步延长间隔后重试；重复变更类操作前，先查看相关实例或会话的状态。",
  },

  -- Video creation (CME) and live streaming.
  ["InvalidParameterValue.Platform"] = {
    "The value of Platform is not valid.",
    "Set Platform to the name of one of the account's platforms; DescribePlatforms lists them.",
    "参数 Platform 取值错误。",
    "用 DescribePlatforms 查询账号下的平台，并填写其名称。",
  },
  ["ResourceNotFound.Platform"] = {
    "The platform does not exist.",
    "Check Platform with DescribePlatforms, and that the key belongs to the account that owns it.",
    "平台不存在。",
    "用 DescribePlatforms 核对 Platform，并确认密钥属于平台所在的账号。",
  },
  ["OperationDenied.PermissionDeny"] = {
    "The operator has no permission to do this.",
    "Check Operator: the user must own the resource, or be granted it or have a role in the team that owns it.",
    "操作者权限不足。",
    "检查 Operator：该用户须为资源的归属者、已获授权，或在所属团队中有相应角色。",
  },
  ["FailedOperation.NotFound"] = {
    "No such record was found.",
    "Check the ids, names and domains of the request; list what exists first.",
    "找不到记录。",
    "检查请求中的 ID、名称和域名，并先查询现有的记录。",
  },
  ["InvalidParameterValue.RecordNotExist"] = {
    "The record asked for does not exist.",
    "Check the ids and the time range of the request; list what exists first.",
    "要查询的记录不存在。",
    "检查请求中的 ID 和时间范围，并先查询现有的记录。",
  },

  -- API Gateway, EventBridge and functions.
  ["ResourceNotFound.InvalidService"] = {
    "The API Gateway service does not exist, or the caller cannot see it.",
    "Check ServiceId with DescribeServicesStatus, the region, and the caller's permission for the service.",
    "API 网关服务不存在或不可见。",
    "用 DescribeServicesStatus 核对 ServiceId，检查地域以及调用者对该服务的权限。",
  },
  ["InternalError.OssException"] = {
    "A request to the OSS system inside the service failed.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "服务内部的 OSS 系统请求出错。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["ResourceNotFound.Function"] = {
    "The function does not exist.",
    "Check the function's name, its namespace and the region with ListFunctions (SCF), or create it first.",
    "函数不存在。",
    "用云函数的 ListFunctions 核对函数名、命名空间和地域，或先创建函数。",
  },

  -- Microservice engine and cloud native gateway (TSE).
  ["FailedOperation.FailedOperation"] = {
    "The operation failed; the code does not say why.",
    "Read the message, and look at the instance's state in the TSE console before repeating the call.",
    "操作失败，错误码未说明原因。",
    "查看 Message；重试前先在 TSE 控制台确认实例状态。",
  },
  ["FailedOperation.Role"] = {
    "The service could not get temporary credentials for its role.",
    "Check in Access Management > Roles that the service role exists with its policies, or authorize it again.",
    "服务获取角色的临时密钥失败。",
    "在“访问管理 > 角色”中确认服务角色及其策略存在，或重新授权。",
  },
  ["FailedOperation.Vpc"] = {
    "The call to VPC failed.",
    "Check that the instance's VPC and subnet exist with free addresses; if so, open a ticket with the RequestId.",
    "调用 VPC 服务失败。",
    "确认实例所在的 VPC 和子网存在且有可用 IP；若均正常，携带 RequestId 提交工单。",
  },
  ["InternalError.GovernanceFailure"] = {
    "The governance center engine failed.",
    "Try again with growing pauses; check the engine's state in the TSE console if it goes on.",
    "治理中心引擎内部错误。",
    "逐步延长间隔后重试；若持续出现，在 TSE 控制台检查引擎状态。",
  },
  ["InternalError.IOError"] = {
    "A call between the service's own parts failed.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "服务内部调用异常。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["InternalError.QueryError"] = {
    "A query inside the service failed.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "服务内部查询出错。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["InvalidParameterValue.BadRequestFormat"] = {
    "The format of the request is wrong.",
    "Compare the request with the documentation: names, types and nesting of the parameters, and the JSON.",
    "请求格式不正确。",
    "对照文档检查参数的名称、类型和层级，以及 JSON 格式。",
  },
  ["InvalidParameterValue.OperationFailed"] = {
    "The operation failed because a parameter is not valid.",
    "Correct the parameter that the message names, and check that the ids belong to the same instance.",
    "参数无效，操作失败。",
    "修正 Message 指出的参数，并确认各 ID 属于同一实例。",
  },
  ["InvalidParameterValue.QueryError"] = {
    "The query failed because a parameter is not valid.",
    "Correct the parameter that the message names: ids, filters, offset and limit.",
    "参数无效，查询失败。",
    "修正 Message 指出的参数，例如 ID、过滤条件和分页参数。",
  },
  ["InvalidParameterValue.ResourceAlreadyExist"] = {
    "The resource exists already.",
    "Choose another name, or look the existing one up and change that.",
    "资源已存在。",
    "更换名称，或查询已有资源并直接修改。",
  },
  ["InvalidParameterValue.Specification"] = {
    "The specification of the gateway is not valid.",
    "Set NodeConfig.Specification and NodeConfig.Number to what the documentation lists.",
    "网关规格参数有误。",
    "按文档列出的取值设置 NodeConfig.Specification 和 NodeConfig.Number。",
  },
  ["LimitExceeded.LimitExceeded"] = {
    "A limit of the instance or the account is exceeded.",
    "Lower the value that the message names or delete what is not needed, or ask for a higher limit by ticket.",
    "超过实例或账号的限制。",
    "减小 Message 指出的参数值，或清理不需要的资源；也可提交工单申请提升上限。",
  },
  ["MissingParameter.MissParameter"] = {
    "A parameter that is required is missing.",
    "Add the parameter that the message names; the documentation marks which are required.",
    "缺少必填参数。",
    "补上 Message 指出的参数；文档中标明了必填项。",
  },
  ["UnauthorizedOperation.CamPassRoleNotExist"] = {
    "The sub-account lacks the cam:PassRole permission.",
    "Have an administrator grant cam:PassRole for the service's role in Access Management > Policies.",
    "子账号缺少 cam:PassRole 权限。",
    "请管理员到“访问管理 > 策略”，为该子账号授予服务角色的 cam:PassRole 权限。",
  },
  ["UnauthorizedOperation.Uin"] = {
    "The account is not authorized to do this.",
    "Check the caller's CAM policies, and finish the authorization that the TSE console asks the account for.",
    "账号（Uin）未授权。",
    "检查调用者的 CAM 策略，并在 TSE 控制台完成服务授权。",
  },

  -- CVM, Auto Scaling and other computing.
  ["InvalidZone.MismatchRegion"] = {
    "The zone does not exist in this region.",
    "Set Zone to one that DescribeZones lists for the request's Region, such as ap-guangzhou-3.",
    "该地域没有指定的可用区。",
    "用 DescribeZones 查询请求所用 Region 的可用区，例如 ap-guangzhou-3，再修正 Zone。",
  },
  ["InvalidParameterValue.InvalidAutoScalingGroupId"] = {
    "The id of the scaling group is not valid.",
    "Take AutoScalingGroupId from DescribeAutoScalingGroups; it begins with asg-.",
    "伸缩组 ID 无效。",
    "从 DescribeAutoScalingGroups 获取 AutoScalingGroupId，形如 asg-xxxxxxxx。",
  },
  ["InternalServerError"] = {
    "Something failed inside the service.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "服务内部错误。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["InvalidParameterValue.InvalidParameterCombination"] = {
    "These parameters, or these values of them, do not go together.",
    "Read in the documentation which parameters exclude or require each other, and drop or add accordingly.",
    "参数组合不合法。",
    "对照文档确认哪些参数互斥或须同时填写，并相应增删。",
  },
  ["InvalidParameter.Malformed"] = {
    "A parameter is malformed.",
    "Correct the parameter that the message names to the form that the documentation gives.",
    "参数格式有误。",
    "按文档给出的格式修正 Message 指出的参数。",
  },

  -- Networks and load balancing.
  ["InvalidParameter.Coexist"] = {
    "Parameters are given together that exclude each other.",
    "Keep only one of those that the message names; most often ids and Filters cannot both be given.",
    "同时指定了互斥的参数。",
    "只保留 Message 中提到的其中一个参数；常见的是 ID 列表与 Filters 不能同时指定。",
  },
  ["InvalidParameter.LBIdNotFound"] = {
    "No load balancer has this id.",
    "Check the id and the region with DescribeLoadBalancers; the instance may have been deleted.",
    "负载均衡实例 ID 不存在。",
    "用 DescribeLoadBalancers 核对实例 ID 和地域；实例可能已被删除。",
  },
  ["FailedOperation.ResourceInOperating"] = {
    "Another operation on this resource is still running.",
    "Wait until it has ended (DescribeTaskStatus with its task id), then try again; send changes one by one.",
    "该资源正在执行其他操作。",
    "等待其完成（可用 DescribeTaskStatus 查询任务状态）后重试；变更操作应逐个提交。",
  },
  ["FailedOperation.InternalOperationFailure"] = {
    "An operation inside the service failed.",
    "Try again with growing pauses; before repeating a write, check whether it was done.",
    "服务内部操作失败。",
    "逐步延长间隔后重试；重复写操作前请先确认上一次是否已生效。",
  },

  -- File storage.
  ["InvalidParameterValue.InvalidFileSystemId"] = {
    "The FileSystemId is not valid.",
    "Take it from DescribeFileSystems (CHDFS) or DescribeCfsFileSystems (CFS), and check the region.",
    "FileSystemId 无效。",
    "从 DescribeFileSystems（CHDFS）或 DescribeCfsFileSystems（CFS）获取 FileSystemId，并检查地域。",
  },

  -- Message queues (CKafka).
  ["InvalidParameterValue.RepetitionValue"] = {
    "The same value exists already.",
    "Choose another name or value for the parameter that the message names, or use the existing one.",
    "已存在相同的参数值。",
    "更换 Message 指出的名称或取值，或直接使用已有的对象。",
  },
  ["InvalidParameterValue.VpcIdInvalid"] = {
    "The id of the VPC is not valid.",
    "Take VpcId from DescribeVpcs (VPC) in the region of the instance.",
    "VPC ID 无效。",
    "用 VPC 的 DescribeVpcs 查询实例所在地域的 VpcId。",
  },
  ["InvalidParameterValue.SubnetIdInvalid"] = {
    "The id of the subnet is not valid.",
    "Take SubnetId from DescribeSubnets (VPC); the subnet must belong to the VPC of the request.",
    "子网 ID 无效。",
    "用 VPC 的 DescribeSubnets 查询 SubnetId；子网须属于请求中的 VPC。",
  },
  ["InvalidParameterValue.SubnetNotBelongToZone"] = {
    "The subnet is not in this zone.",
    "Look up the subnet's zone with DescribeSubnets (VPC), and choose a SubnetId and a zone that match.",
    "子网不属于该可用区。",
    "用 VPC 的 DescribeSubnets 查询子网所在可用区，使 SubnetId 与可用区一致。",
  },
  ["InvalidParameterValue.ZoneNotSupport"] = {
    "The zone is not supported.",
    "Choose another zone: DescribeCkafkaZone lists those where CKafka can be used.",
    "不支持该可用区。",
    "用 DescribeCkafkaZone 查询 CKafka 支持的可用区，并更换可用区。",
  },
  ["InvalidParameterValue.WrongAction"] = {
    "The value of Action is wrong.",
    "Check the spelling of Action and the Version against the API documentation of CKafka.",
    "Action 取值错误。",
    "对照 CKafka 的 API 文档检查 Action 的拼写和 Version。",
  },
  ["UnsupportedOperation.BatchDelInstanceLimit"] = {
    "More instances are to be deleted at once than is allowed.",
    "Delete fewer instances at a time, or one after another.",
    "批量删除实例的数量超过限制。",
    "减少每批删除的实例数，或逐个删除。",
  },
  ["UnsupportedOperation.OssReject"] = {
    "The OSS system inside CKafka rejected the operation.",
    "Read the message and check the instance's type and state in the CKafka console; else ask by ticket.",
    "CKafka 内部的 OSS 系统拒绝了该操作。",
    "查看 Message，并在 CKafka 控制台检查实例类型和状态；若无异常，提交工单咨询。",
  },

  -- Databases: TDSQL-C and PostgreSQL.
  ["InvalidParameterValue.ClusterNotFound"] = {
    "The cluster does not exist.",
    "Check ClusterId and the region with DescribeClusters; the cluster may have been deleted.",
    "集群不存在。",
    "用 DescribeClusters 核对 ClusterId 和地域；集群可能已被删除。",
  },
  ["ResourceNotFound.ClusterNotFoundError"] = {
    "The cluster does not exist.",
    "Check ClusterId and the region with DescribeClusters; the cluster may have been deleted.",
    "集群不存在。",
    "用 DescribeClusters 核对 ClusterId 和地域；集群可能已被删除。",
  },
  ["InvalidParameterValue.InstanceNotFound"] = {
    "The instance does not exist.",
    "Check the instance's id, its cluster and the region; the instance may have been deleted.",
    "实例不存在。",
    "检查实例 ID、所属集群和地域；实例可能已被删除。",
  },
  ["InvalidParameterValue.IllegalPassword"] = {
    "The password does not meet the rules.",
    "Choose one that meets the password rules in the documentation: its length and the kinds of characters.",
    "密码不符合要求。",
    "按文档的密码规则重新设置：满足长度和字符种类的要求。",
  },
  ["tdcpg InvalidParameterValue.IllegalPassword"] = {
    "The password does not meet the rules.",
    "Use 8 to 64 characters of at least three kinds: capital letters, small letters, digits and symbols.",
    "密码不符合要求。",
    "使用 8～64 个字符，至少包含大写字母、小写字母、数字和符号中的三种。",
  },
  ["InvalidParameterValue.InvalidSpec"] = {
    "The specification of the instance, its CPU and memory, is not valid.",
    "Choose a pair of CPU and memory that the documentation or the purchase page offers for this engine.",
    "实例规格（CPU 和内存）无效。",
    "选择文档或购买页中该引擎支持的 CPU 和内存组合。",
  },
  ["cynosdb InvalidParameterValue.InvalidSpec"] = {
    "The specification of the instance, its CPU and memory, is not valid.",
    "Take a pair of Cpu and Memory from DescribeInstanceSpecs.",
    "实例规格（CPU 和内存）无效。",
    "从 DescribeInstanceSpecs 返回的规格中选择 Cpu 和 Memory 组合。",
  },
  ["InvalidParameterValue.ParamError"] = {
    "A parameter is wrong.",
    "Correct the parameter that the message names; compare its name, type and value with the documentation.",
    "参数错误。",
    "修正 Message 指出的参数，对照文档检查名称、类型和取值。",
  },
  ["InvalidParameterValue.RegionZoneUnavailable"] = {
    "The chosen region or zone is not available, or not on sale.",
    "Choose another zone or region that the purchase page offers.",
    "所选地域或可用区不可用，或不在售卖。",
    "在购买页查看可选的地域和可用区，并更换。",
  },
  ["FailedOperation.CamSigAndAuthError"] = {
    "The check of the signature or the permission failed.",
    "Try again with growing pauses; if it fails again, check the key pair and the caller's CAM policies.",
    "签名或权限校验失败。",
    "逐步延长间隔后重试；若仍失败，检查密钥对和调用者的 CAM 策略。",
  },
  ["OperationDenied.CamDeniedError"] = {
    "The CAM permission check denied the operation.",
    "Have an administrator grant the action on this resource to the caller in Access Management > Policies.",
    "CAM 权限校验未通过，操作被拒绝。",
    "请管理员到“访问管理 > 策略”，为调用者授权该接口和资源。",
  },
  ["OperationDenied.InstanceAccessDeniedError"] = {
    "The caller has no permission for this resource.",
    "Check the instance id and the account, and have an administrator grant access to it in CAM.",
    "没有权限操作该资源。",
    "检查实例 ID 和账号，并请管理员在 CAM 中授权该资源。",
  },
  ["OperationDenied.UserHasNoStrategy"] = {
    "The CAM policies of the caller do not allow this.",
    "Have an administrator grant the action on this instance in Access Management > Policies.",
    "调用者的 CAM 策略不允许该操作。",
    "请管理员到“访问管理 > 策略”，为调用者授权该接口和实例。",
  },
  ["OperationDenied.ClusterOpNotAllowedError"] = {
    "The cluster does not allow this operation.",
    "Look at the cluster's type, version and state with DescribeClusterDetail, and read the message for the reason.",
    "当前集群不允许该操作。",
    "用 DescribeClusterDetail 查看集群的类型、版本和状态，并根据 Message 确认原因。",
  },
  ["OperationDenied.InstanceStatusDeniedError"] = {
    "The instance's state does not allow this operation.",
    "Look at its state in the console, and bring it into the one needed first: end its tasks or its isolation.",
    "实例当前状态不允许该操作。",
    "在控制台查看实例状态，先结束进行中的任务或解除隔离，使其恢复到允许操作的状态。",
  },
  ["OperationDenied.ServerlessInstanceStatusDenied"] = {
    "The state of the serverless instance does not allow this operation.",
    "Look at it with DescribeInstanceDetail; start a paused cluster with ResumeServerless first.",
    "Serverless 实例当前状态不允许该操作。",
    "用 DescribeInstanceDetail 查看状态；若已暂停，先用 ResumeServerless 启动集群。",
  },
  ["ResourceUnavailable.InstanceLockFail"] = {
    "The instance could not be locked: another operation holds it for the moment.",
    "Wait until the running task has ended, then try again with growing pauses.",
    "锁定实例失败，实例正被其他操作占用。",
    "等待进行中的任务结束，再逐步延长间隔重试。",
  },
  ["FailedOperation.FlowCreateError"] = {
    "The task for this operation could not be created.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "创建任务流程失败。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["FailedOperation.OperationFailedError"] = {
    "The operation failed; the code does not say why.",
    "Read the message and try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "操作失败，错误码未说明原因。",
    "查看 Message，逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },

  -- Databases: MySQL, MariaDB and TDSQL.
  ["CdbError"] = {
    "The database service's backend or one of its workflows failed.",
    "Try again with growing pauses; before repeating a write, look at the instance's tasks with DescribeTasks.",
    "数据库服务后端或流程出错。",
    "逐步延长间隔后重试；重复写操作前，先用 DescribeTasks 查看实例的任务。",
  },
  ["InternalError.CdbError"] = {
    "The database system behind the service failed.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "数据库系统内部错误。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["InternalError.InnerSystemError"] = {
    "The service's own system failed.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "服务系统内部错误。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["InternalError.OperateDatabaseFailed"] = {
    "An operation on the service's database failed.",
    "Try again with growing pauses; before repeating a write, check whether it was done.",
    "服务的数据库操作失败。",
    "逐步延长间隔后重试；重复写操作前请先确认上一次是否已生效。",
  },
  ["InvalidParameter.GenericParameterError"] = {
    "A parameter did not pass the check.",
    "Correct the parameter that the message names; compare its name, type and value with the documentation.",
    "参数校验未通过。",
    "修正 Message 指出的参数，对照文档检查名称、类型和取值。",
  },
  ["ResourceUnavailable.InstanceAlreadyDeleted"] = {
    "The database instance has been deleted.",
    "Take the id of an existing one from DescribeDBInstances (MariaDB) or DescribeDCDBInstances (TDSQL).",
    "数据库实例已被删除。",
    "用 DescribeDBInstances（MariaDB）或 DescribeDCDBInstances（TDSQL）查询现有实例的 ID。",
  },

  -- Data Lake Compute (DLC).
  ["FailedOperation.ExternalService"] = {
    "A service that this one depends on failed.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "所依赖的外部服务异常。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["InternalError.InternalSystemException"] = {
    "The service's business system failed.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "服务的业务系统异常。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["InvalidParameter.InvalidSQL"] = {
    "The SQL statement could not be parsed.",
    "Correct it at the place the message names; check the dialect of the engine and the encoding of the statement.",
    "SQL 解析失败。",
    "根据 Message 指出的位置修正语句，并检查引擎支持的语法和语句的编码方式。",
  },
  ["InvalidParameter.ParameterNotFoundOrBeNone"] = {
    "A parameter is missing or empty.",
    "Give the parameter that the message names a value.",
    "参数缺失或为空。",
    "为 Message 指出的参数填写取值。",
  },
  ["ResourceNotFound.DataEngineNotFound"] = {
    "The data engine does not exist.",
    "Check the engine's name or id and the region with DescribeDataEngines.",
    "指定的数据引擎不存在。",
    "用 DescribeDataEngines 核对引擎的名称或 ID，并检查地域。",
  },

  -- Bastion Host, BI and iOA.
  ["FailedOperation.DataNotFound"] = {
    "What the request refers to does not exist.",
    "Check the ids of users, groups, devices, policies and tasks in the request; list what exists first.",
    "目标数据不存在。",
    "检查请求中用户、用户组、资产、权限和任务等的 ID，并先查询现有数据。",
  },
  ["FailedOperation.DuplicateData"] = {
    "The same data exist already.",
    "Change the name or value that repeats, or look the existing entry up and go on with that one.",
    "数据重复，已存在相同的数据。",
    "修改重复的名称或取值，或查询已有数据并直接使用。",
  },
  ["InternalError.Internal"] = {
    "Something failed inside the service.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "服务内部错误。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["MissingParameter.MissingParam"] = {
    "A parameter that is required is missing.",
    "Add the parameter that the message names; the documentation marks which are required.",
    "缺少必填参数。",
    "补上 Message 指出的参数；文档中标明了必填项。",
  },
  ["UnauthorizedOperation.Authorize"] = {
    "The caller has no permission for this.",
    "Check the caller's CAM policies for this action, and the user's role and project in the BI console.",
    "没有执行该操作的权限。",
    "检查调用者的 CAM 策略是否包含该接口，以及其在 BI 控制台中的角色和所属项目。",
  },
  ["UnsupportedOperation.BIError"] = {
    "BI could not carry out the operation; the code does not say why.",
    "Read the message for the reason; ask by ticket with the RequestId if it names none.",
    "BI 业务异常，错误码未说明原因。",
    "根据 Message 确认原因；若没有具体信息，携带 RequestId 提交工单。",
  },
  ["InternalError.DatabaseException"] = {
    "The service's database failed.",
    "Try again with growing pauses; before repeating a write, check whether it was done.",
    "服务的数据库异常。",
    "逐步延长间隔后重试；重复写操作前请先确认上一次是否已生效。",
  },
  ["InvalidParameter.RequestParam"] = {
    "A parameter of the request is wrong.",
    "Correct the parameter that the message names; compare its name, type and value with the documentation.",
    "请求参数错误。",
    "修正 Message 指出的参数，对照文档检查名称、类型和取值。",
  },

  -- Content delivery (CDN, ECDN, EdgeOne).
  ["InternalError.CdnDbError"] = {
    "The data behind CDN could not be read or written.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "CDN 内部数据错误。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["InternalError.CdnSystemError"] = {
    "The CDN system failed.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "CDN 系统错误。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["InternalError.RouteError"] = {
    "The request could not be routed to the backend inside the service.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "服务内部的后端路由错误。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["InvalidParameter.CdnParamError"] = {
    "A parameter of the request is wrong.",
    "Compare the parameters with the examples in the action's documentation, and correct what differs.",
    "请求参数错误。",
    "对照接口文档中的示例检查并修正参数。",
  },
  ["ResourceNotFound.CdnHostNotExists"] = {
    "This domain is not one of the account's CDN domains.",
    "Check the domain with DescribeDomains, or add it with AddCdnDomain first.",
    "账号下没有该加速域名。",
    "用 DescribeDomains 核对域名，或先用 AddCdnDomain 添加。",
  },
  ["UnauthorizedOperation.CdnCamUnauthorized"] = {
    "The sub-account has no CAM policy for this.",
    "Have an administrator grant the action and the domain to it in Access Management > Policies.",
    "子账号未配置相应的 CAM 策略。",
    "请管理员到“访问管理 > 策略”，为该子账号授权该接口和域名。",
  },
  ["UnauthorizedOperation.OperationTooOften"] = {
    "The action is called too often.",
    "Wait, then call more slowly, and put several domains or URLs into one request where it takes them.",
    "操作过于频繁，超过调用频次限制。",
    "等待后降低频率重试；接口支持时，把多个域名或 URL 合并到一次请求。",
  },

  -- DNSPod: domains.
  ["InvalidParameter.DomainInvalid"] = {
    "The domain name is not valid.",
    "Check its spelling; where the main domain is asked for, give example.com and not www.example.com.",
    "域名不正确。",
    "检查域名拼写；要求主域名时，应填写 example.com，而不是 www.example.com。",
  },
  ["InvalidParameter.DomainIdInvalid"] = {
    "The id of the domain is not valid.",
    "Take DomainId from DescribeDomainList, or leave it out and give Domain alone.",
    "域名 ID 不正确。",
    "从 DescribeDomainList 获取 DomainId，或不填 DomainId，只填写 Domain。",
  },
  ["InvalidParameterValue.DomainNotExists"] = {
    "The domain is not in this DNSPod account.",
    "Check Domain and DomainId with DescribeDomainList, or add the domain with CreateDomain first.",
    "DNSPod 账号下没有该域名。",
    "用 DescribeDomainList 核对 Domain 和 DomainId，或先用 CreateDomain 添加域名。",
  },
  ["InvalidParameter.DomainIsAliaser"] = {
    "The domain is an alias of another domain.",
    "Send the request for the domain that it is an alias of, or delete the alias there with DeleteDomainAlias.",
    "该域名是其他域名的别名。",
    "改为操作它所指向的域名，或在该域名下用 DeleteDomainAlias 删除别名。",
  },
  ["FailedOperation.DomainIsSpam"] = {
    "The domain is banned, and the operation is not allowed on it.",
    "Look at the reason in the DNSPod console, and have the ban lifted there or by ticket first.",
    "域名已被封禁，不能进行此操作。",
    "在 DNSPod 控制台查看封禁原因，按提示或提交工单解封后再操作。",
  },
  ["OperationDenied.DomainOwnerAllowedOnly"] = {
    "Only the owner of the domain may do this.",
    "Use a key of the owner, whom DescribeDomainList names, or have the owner do it.",
    "仅域名所有者可进行此操作。",
    "使用所有者的密钥调用（DescribeDomainList 会返回所有者），或由所有者操作。",
  },
  ["OperationDenied.NoPermissionToOperateDomain"] = {
    "The caller has no permission for this domain.",
    "Check that it is in DescribeDomainList; have its owner share it, or an administrator grant it in CAM.",
    "没有该域名的操作权限。",
    "用 DescribeDomainList 确认域名；请所有者共享该域名，或请管理员在 CAM 中授权。",
  },

  -- DNSPod: accounts.
  ["FailedOperation.LoginFailed"] = {
    "The login failed, or is no longer valid.",
    "Check the account and its key or password, log in again, and send the request with the new login.",
    "登录失败或登录态已过期。",
    "检查账号及其密钥或密码，重新登录后再发送请求。",
  },
  ["FailedOperation.LoginAreaNotAllowed"] = {
    "The request was rejected because it comes from an unusual place of login.",
    "Call from the usual place, or change the login protection in the account's security settings.",
    "账号异地登录，请求被拒绝。",
    "从常用地点调用，或在账号的安全设置中调整登录保护。",
  },
  ["LimitExceeded.FailedLoginLimitExceeded"] = {
    "The account is banned because too many logins failed.",
    "Stop the caller that uses wrong credentials and correct them; ask for the ban to be lifted by ticket.",
    "登录失败次数过多，账号已被封禁。",
    "停用并修正凭证错误的调用方，再提交工单申请解封。",
  },
  ["InvalidParameter.RequestIpLimited"] = {
    "The request was rejected because of the caller's IP address.",
    "Find the public address the request leaves from; call from another one, or ask by ticket why it is barred.",
    "请求来源 IP 不被允许，请求被拒绝。",
    "确认请求的公网出口 IP，换一个 IP 调用，或提交工单咨询限制原因。",
  },
  ["InvalidParameter.UserNotExists"] = {
    "The user does not exist.",
    "Check the account in the request, and that the caller's account is registered with DNSPod.",
    "用户不存在。",
    "检查请求中的账号，并确认调用者的账号已在 DNSPod 注册。",
  },
  ["OperationDenied.NotManagedUser"] = {
    "The user is not one of those that this account manages.",
    "Name a user of your own account, or use a key of the account that manages the user.",
    "该用户不在当前账号名下。",
    "指定当前账号名下的用户，或使用该用户所属账号的密钥。",
  },
  ["RequestLimitExceeded.RequestLimitExceeded"] = {
    "Too many requests in a short time.",
    "Wait, then try again more slowly; spread the calls, or use batch actions.",
    "请求过于频繁，超过了频率限制。",
    "等待后降低频率重试；可以打散调用或改用批量接口。",
  },
  ["InvalidParameter.OperateFailed"] = {
    "The operation failed; the code does not say why.",
    "Read the message and try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "操作失败，错误码未说明原因。",
    "查看 Message，逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["FailedOperation.UnknowError"] = {
    "The operation got no response, or failed for an unknown reason.",
    "Try again with growing pauses; before repeating a write, check whether it was done.",
    "操作未响应，或发生未知错误。",
    "逐步延长间隔后重试；重复写操作前请先确认上一次是否已生效。",
  },
  ["InternalError.DomainInternalError"] = {
    "A network error happened inside the service.",
    "Try again with growing pauses; before repeating a write, check whether it was done.",
    "服务内部网络错误。",
    "逐步延长间隔后重试；重复写操作前请先确认上一次是否已生效。",
  },

  -- Data Transmission Service (DTS).
  ["DryRunOperation.DryRunOperationError"] = {
    "The request was only a dry run; sent for real, it would have succeeded.",
    "Nothing is wrong: leave DryRun out to do it for real.",
    "本次请求仅为预检；正式发送将会成功。",
    "无需处理；去掉 DryRun 参数即可正式执行。",
  },
  ["InternalError.InternalErrorError"] = {
    "Something failed inside the service.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "服务内部错误。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["LimitExceeded.LimitExceededError"] = {
    "A quota is used up.",
    "Delete tasks that are no longer needed, or ask for a higher quota by ticket; waiting does not help.",
    "数量超过限制。",
    "清理不再使用的任务，或提交工单申请提升配额；仅等待没有作用。",
  },
  ["MissingParameter.MissingParameterError"] = {
    "A parameter that is required is missing.",
    "Add the parameter that the message names; the documentation marks which are required.",
    "缺少必填参数。",
    "补上 Message 指出的参数；文档中标明了必填项。",
  },
  ["UnknownParameter.UnknownParameterError"] = {
    "The action has no parameter of this name.",
    "Remove the parameter or fix its spelling: names are case-sensitive; it may belong to another version.",
    "该接口没有这个参数。",
    "删除该参数或改正拼写：参数名区分大小写，也可能属于其他版本。",
  },
  ["RequestLimitExceeded.RequestLimitExceededError"] = {
    "Too many requests in a short time.",
    "Wait, then try again more slowly; ask for the state of a task at longer intervals.",
    "请求过于频繁，超过了频率限制。",
    "等待后降低频率重试；轮询任务状态时加大间隔。",
  },
  ["ResourceInUse.ResourceInUseError"] = {
    "The resource is in use.",
    "Find what uses it (the message names it), and end or release that first.",
    "资源正在使用中。",
    "根据 Message 找到占用者，先结束或解除占用。",
  },
  ["ResourceInsufficient.ResourceInsufficientError"] = {
    "There are not enough resources for this task.",
    "Choose a smaller specification or another region, or ask by ticket.",
    "资源不足。",
    "选择较小的规格或其他地域，或提交工单咨询。",
  },
  ["ResourcesSoldOut.ResourcesSoldOutError"] = {
    "The resource is sold out.",
    "Choose another specification, region or billing mode; trying again at once does not help.",
    "资源已售罄。",
    "更换规格、地域或计费模式；立即重试没有作用。",
  },
  ["ResourceNotFound.ResourceNotFoundError"] = {
    "The task, or what it refers to, does not exist.",
    "Check the id of the migration, sync or subscription task and the region; it may have been deleted.",
    "任务或其引用的资源不存在。",
    "检查迁移、同步或订阅任务的 ID 和地域；任务可能已被删除。",
  },
  ["ResourceUnavailable.ResourceUnavailableError"] = {
    "The resource cannot be used for the moment.",
    "Look at the state of the task and its databases in the DTS console, and try again with growing pauses.",
    "资源暂时不可用。",
    "在 DTS 控制台查看任务及源、目标数据库的状态，逐步延长间隔后重试。",
  },
  ["UnauthorizedOperation.UnauthorizedOperationError"] = {
    "The caller may not do this.",
    "Check the caller's CAM policies for this action and resource, and the role that DTS needs.",
    "没有执行该操作的权限。",
    "检查调用者的 CAM 策略是否包含该接口和资源，以及 DTS 所需的服务角色。",
  },
  ["UnsupportedOperation.UnsupportedOperationError"] = {
    "The operation is not supported here.",
    "Read the message: the task's type or state, or the databases' versions may rule it out; choose what allows it.",
    "不支持该操作。",
    "根据 Message 判断是任务类型、任务状态还是数据库版本不支持，并更换为支持的方式。",
  },

  -- Faults inside other services.
  ["InternalError.GatewayError"] = {
    "The gateway in front of the service failed.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "服务网关错误。",
    "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["InternalError.NetworkError"] = {
    "A network error happened inside the service.",
    "Try again with growing pauses; before repeating a write, check whether it was done.",
    "服务内部网络错误。",
    "逐步延长间隔后重试；重复写操作前请先确认上一次是否已生效。",
  },
  ["InternalError.BackendError"] = {
    "The backend of the service failed.",
    "Try again with growing pauses; before repeating a write, check whether it was done.",
    "后端服务出错。",
    "逐步延长间隔后重试；重复写操作前请先确认上一次是否已生效。",
  },
  ["InternalError.SaveDBError"] = {
    "The service could not save its data.",
    "Try again with growing pauses; before repeating a payment or another write, check whether it was done.",
    "服务保存数据失败。",
    "逐步延长间隔后重试；重复支付等写操作前，先确认上一次是否已生效。",
  },
  ["InternalError.UnkownError"] = {
    "The service failed in a way it has no name for.",
    "Try again with growing pauses; before repeating a payment or another write, check whether it was done.",
    "服务发生未知错误。",
    "逐步延长间隔后重试；重复支付等写操作前，先确认上一次是否已生效。",
  },
  ["InternalError.ParameterError"] = {
    "A parameter of the request is wrong.",
    "Correct the parameter that the message names; compare its form and value with the documentation.",
    "参数错误。",
    "修正 Message 指出的参数，对照文档检查格式和取值。",
  },
  ["InternalError.OtherError"] = {
    "The service failed for a reason that has no code of its own.",
    "Read the message and try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "服务发生其他错误。",
    "查看 Message，逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  ["sms InternalError.OtherError"] = {
    "SMS failed for a reason that has no code of its own.",
    "Try again with growing pauses; if it goes on, send the RequestId and the phone number to SMS support.",
    "短信服务发生其他错误。",
    "逐步延长间隔后重试；若持续出现，联系腾讯云短信小助手并提供 RequestId 和手机号。",
  },
}
