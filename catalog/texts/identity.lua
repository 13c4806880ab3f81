-- Texts of Access Management (CAM) and Security Token Service (STS): users, groups, roles, policies and credentials.
-- Code = { description, advice, Chinese description, Chinese advice }. The codes without a detail have theirs in
-- common.lua.
return {
  -- Keys and MFA.
  ["AuthFailure.AccessKeyIllegal"] = {
    "The access key is not a valid one.",
    "Copy SecretId and SecretKey again from Access Management > API Keys; add the token if the key is temporary.",
    "访问密钥不合法。",
    "到“访问管理 > API 密钥管理”重新复制 SecretId 和 SecretKey；临时密钥还须带上 Token。",
  },
  ["InvalidParameter.AccessKeyNotSupport"] = {
    "Keys of this type are not supported here.",
    "Call GetCallerIdentity with a Cloud API key, or with temporary credentials that STS has issued.",
    "不支持该类型的密钥。",
    "改用云 API 密钥或 STS 签发的临时密钥调用 GetCallerIdentity。",
  },
  ["FailedOperation.TempKeyNotAllowed"] = {
    "This action cannot be called with temporary credentials.",
    "Call GetSessionToken with the permanent SecretId and SecretKey of the user.",
    "该接口不支持使用临时密钥调用。",
    "改用该用户的永久密钥（SecretId 和 SecretKey）调用 GetSessionToken。",
  },
  ["FailedOperation.Accesskey"] = {
    "The operation on the access key failed.",
    "Check AccessKeyId and TargetUin, and look at the user's keys with ListAccessKeys before going on.",
    "访问密钥操作失败。",
    "检查 AccessKeyId 和 TargetUin，并先用 ListAccessKeys 查看该用户的密钥状态。",
  },
  ["OperationDenied.SubUin"] = {
    "A sub-user may not manage the keys of the main account.",
    "Set TargetUin to a sub-user, or leave it out for your own keys; manage the main account's keys as that account.",
    "子用户不允许操作主账号的密钥。",
    "把 TargetUin 改为子用户的 Uin，或不填以操作自己的密钥；主账号的密钥须由主账号管理。",
  },
  ["FailedOperation.CheckMFAError"] = {
    "The MFA check did not pass.",
    "Check that SerialNumber names the caller's MFA device, and send its current code as TokenCode.",
    "MFA 校验未通过。",
    "确认 SerialNumber 是调用者的 MFA 设备，并把设备当前显示的动态码填入 TokenCode。",
  },
  ["FailedOperation.MFATypeNotSupported"] = {
    "This type of MFA device is not supported.",
    "Name a software token in SerialNumber: its last part must be mfa/softToken.",
    "不支持该类型的 MFA 设备。",
    "在 SerialNumber 中使用软 Token，其末段应为 mfa/softToken。",
  },
  ["InvalidParameter.MFATokenError"] = {
    "The multi-factor token did not pass the check.",
    "Check the MFAToken; if it has expired or was used before, go through the verification again for a new one.",
    "多因子 Token 验证失败。",
    "检查 MFAToken；如已过期或已被使用，重新完成验证以获取新的 Token。",
  },
  ["FailedOperation.UserNotBindPhone"] = {
    "No mobile phone is bound to the user.",
    "Bind a mobile phone to the user named by OpUin first, then set Phone in LoginFlag or ActionFlag.",
    "用户未绑定手机。",
    "先为 OpUin 指定的用户绑定手机，再设置 LoginFlag 或 ActionFlag 中的 Phone。",
  },
  ["FailedOperation.UserNotBindWechat"] = {
    "No WeChat account is bound to the user.",
    "Bind WeChat to the user named by OpUin first, then set Wechat in LoginFlag or ActionFlag.",
    "用户未绑定微信。",
    "先为 OpUin 指定的用户绑定微信，再设置 LoginFlag 或 ActionFlag 中的 Wechat。",
  },
  ["FailedOperation.UserUnbindNoPermission"] = {
    "There is no permission for this change to the user's MFA settings.",
    "Check OpUin, and have the main account or an administrator set the flags with SetMfaFlag.",
    "没有权限对该用户做此项 MFA 设置。",
    "检查 OpUin，并由主账号或管理员调用 SetMfaFlag 进行设置。",
  },
  ["InvalidParameter.NameOrIdCardError"] = {
    "The name or the identity card number is wrong.",
    "Compare both with the real-name verification of the account in Account Center.",
    "姓名或证件号码错误。",
    "与“账号中心”中该账号的实名认证信息核对姓名和证件号码。",
  },

  -- Temporary credentials.
  ["InvalidParameter.AccountNotAvaliable"] = {
    "The account does not exist, or cannot be used.",
    "Check the account that the key belongs to and the uin in RoleArn: the right number, not closed and not frozen.",
    "账号不存在或不可用。",
    "检查密钥所属账号以及 RoleArn 中的 uin：号码是否正确，账号是否已注销或冻结。",
  },
  ["InvalidParameter.OverTimeError"] = {
    "The credentials would be valid for longer than is allowed.",
    "Lower DurationSeconds: for a role 43200 at most and not above its own limit; else see the action's maximum.",
    "临时密钥的有效期超过上限。",
    "减小 DurationSeconds：角色最长 43200 秒且不超过其自身上限；其他接口以文档规定的最大值为准。",
  },
  ["InvalidParameter.OverLimit"] = {
    "Temporary credentials are requested too often.",
    "Wait, then call more slowly; keep the credentials and use them until shortly before ExpiredTime.",
    "申请临时密钥过于频繁，超过频率限制。",
    "等待后降低调用频率；缓存临时密钥，临近 ExpiredTime 时再重新申请。",
  },
  ["InvalidParameter.TempCodeNotAvaliable"] = {
    "The temporary code is invalid.",
    "Check that the code is complete and unused, and get a new one if it has expired.",
    "临时 Code 无效。",
    "确认 Code 完整且未被使用过；如已过期，重新获取。",
  },
  ["InvalidParameter.WebIdentityTokenError"] = {
    "The WebIdentityToken was not accepted.",
    "Pass the OIDC token whole and unexpired, issued by the provider in ProviderId for one of its client ids.",
    "WebIdentityToken 未通过校验。",
    "传入完整且未过期的 OIDC 令牌，它须由 ProviderId 对应的身份提供商为其客户端 ID 签发。",
  },
  ["InvalidParameter.PolicyTooLong"] = {
    "The policy of the request is too long.",
    "Shorten Policy: merge statements of the same effect, and group actions and resources with wildcards.",
    "请求中的策略过长。",
    "精简 Policy：合并效力相同的语句，用通配符归并接口和资源。",
  },
  ["InvalidParameter.ExtendStrategyOverSize"] = {
    "The additional policy of the session is too large.",
    "Shorten Policy: merge statements of the same effect, and group actions and resources with wildcards.",
    "会话的扩展策略过大。",
    "精简 Policy：合并效力相同的语句，用通配符归并接口和资源。",
  },
  ["InvalidParameter.StrategyFormatError"] = {
    "The policy does not follow the CAM policy syntax.",
    "Check the JSON of Policy: version 2.0, statements with effect, action and resource, and no principal.",
    "策略语法错误。",
    "检查 Policy 的 JSON：version 为 2.0，statement 含 effect、action、resource，且不能包含 principal。",
  },
  ["InvalidParameter.StrategyInvalid"] = {
    "The policy is invalid.",
    "Check the actions, resources and conditions of Policy; building it in Access Management > Policies helps.",
    "策略不合法。",
    "检查 Policy 中的接口、资源和条件；可先在“访问管理 > 策略”中创建策略进行验证。",
  },
  ["InvalidParameter.ResouceError"] = {
    "A resource in the policy is not a valid six-segment description.",
    "Write each resource as qcs:project:service:region:account:resource; segments may be empty, colons may not lack.",
    "策略中的资源六段式有误。",
    "按 qcs:project:service:region:account:resource 书写资源；各段可为空，但冒号不能缺。",
  },
  ["InvalidParameter.GrantOtherResource"] = {
    "The policy grants access to resources that the caller has no right to.",
    "Keep Policy to resources of the caller's own account, and check the account segment of each resource.",
    "策略涉及无权访问的资源。",
    "把 Policy 限定在调用者本账号的资源内，并检查每个资源中的账号段。",
  },
  ["InternalError.EncryptError"] = {
    "STS could not encrypt the credentials.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "STS 加密失败。",
    "逐步延长间隔后重试；若持续出现，携带 RequestId 提交工单。",
  },
  ["InternalError.GetAppIdError"] = {
    "STS could not look up the account's AppId.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "STS 获取账号的 AppId 失败。",
    "逐步延长间隔后重试；若持续出现，携带 RequestId 提交工单。",
  },
  ["InternalError.GetSeedTokenError"] = {
    "STS could not obtain the token that it works with.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "STS 内部获取 Token 失败。",
    "逐步延长间隔后重试；若持续出现，携带 RequestId 提交工单。",
  },
  ["InternalError.PbSerializeError"] = {
    "STS could not pack its internal data (protobuf).",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "STS 内部数据（protobuf）打包失败。",
    "逐步延长间隔后重试；若持续出现，携带 RequestId 提交工单。",
  },

  -- Users.
  ["FailedOperation.ForbidAdd"] = {
    "The caller is barred from creating sub-users.",
    "Have the main account or an administrator create the user; if that is barred too, open a ticket.",
    "禁止当前用户创建子用户。",
    "由主账号或管理员创建；若同样被禁止，提交工单咨询。",
  },
  ["FailedOperation.ExistHighRiskOperations"] = {
    "The request contains a high-risk operation and was stopped.",
    "Read the message for the operation, and have the main account or an administrator do it in the console.",
    "存在高风险操作，请求被拦截。",
    "根据 Message 确认具体操作，由主账号或管理员在“访问管理 > 用户”中完成。",
  },
  ["FailedOperation.Unmodifiable"] = {
    "This user cannot be changed or deleted.",
    "See in Access Management > Users what kind of user it is and where it comes from, and manage it there.",
    "该用户禁止变更。",
    "在“访问管理 > 用户”中查看用户类型和来源，到其来源处管理。",
  },
  ["InvalidParameter.UserNameIllegal"] = {
    "The user name is not allowed.",
    "Change Name to the length and characters that the documentation of the action allows.",
    "用户名不合法。",
    "按接口文档规定的长度和字符修改 Name。",
  },
  ["InvalidParameter.SubUserNameInUse"] = {
    "A user of this name exists already.",
    "Choose another Name, or look the user up with GetUser and go on with that one.",
    "子用户名称重复。",
    "更换 Name，或用 GetUser 查询同名用户并直接使用。",
  },
  ["InvalidParameter.SubUserFull"] = {
    "The account has as many sub-users as it may have.",
    "Find unused ones with ListUsers and delete them with DeleteUser, or ask for a higher quota by ticket.",
    "子用户数量已达上限。",
    "用 ListUsers 找出不再使用的子用户并以 DeleteUser 删除，或提交工单申请提升配额。",
  },
  ["RequestLimitExceeded.CreateUser"] = {
    "Sub-users are being created too fast.",
    "Wait, then create them more slowly, one after another.",
    "创建子用户的频率超过限制。",
    "等待后降低频率，逐个创建。",
  },
  ["InvalidParameter.PasswordViolatedRules"] = {
    "The password does not meet the account's password rules.",
    "Look the rules up with GetPasswordRules and choose a Password that meets them.",
    "密码不符合账号的密码规则。",
    "用 GetPasswordRules 查询规则，设置符合规则的 Password。",
  },
  ["InvalidParameter.PasswordRuleError"] = {
    "The password rules are not valid.",
    "Compare each field of Rules (length, characters, periods, retries) with the ranges of the documentation.",
    "密码规则设置有误。",
    "对照文档的取值范围检查 Rules 的各字段（长度、字符、周期、重试次数）。",
  },
  ["OperationDenied.HaveKeys"] = {
    "The user still has API keys.",
    "Delete them first (ListAccessKeys, DeleteAccessKey), or set Force to 1 to delete them with the user.",
    "该用户还有未删除的 API 密钥。",
    "先删除密钥（ListAccessKeys、DeleteAccessKey），或将 Force 设为 1 连同密钥一起删除。",
  },
  ["UnauthorizedOperation.DeleteApiKey"] = {
    "The caller may not delete the user's API keys, which deleting the user with Force needs.",
    "Have an administrator grant cam:DeleteApiKey to the caller, or have someone with that permission do it.",
    "没有删除 API 密钥的权限，无法强制删除用户。",
    "联系管理员为调用者授权 cam:DeleteApiKey，或由有该权限的用户删除。",
  },
  ["InvalidParameter.UserUinAndUinNotAllNull"] = {
    "Neither the Uid nor the Uin of a user is given.",
    "Fill Uid or Uin in each entry of Info; ListUsers gives both.",
    "用户的 Uid 和 Uin 不能都为空。",
    "在 Info 的每一项中填写 Uid 或 Uin，两者均可用 ListUsers 查到。",
  },

  -- Login restrictions.
  ["InvalidParameter.IPIllegal"] = {
    "An IP address or range is malformed.",
    "Correct the IP fields in IpPolicies: an address, or a range such as 10.0.0.0/24.",
    "IP 段格式不合法。",
    "修正 IpPolicies 中的 IP：单个地址，或 10.0.0.0/24 形式的网段。",
  },
  ["InvalidParameter.IPRangeOverlapping"] = {
    "IP ranges are repeated or overlap.",
    "Remove or merge the entries of IpPolicies that cover the same addresses.",
    "IP 段重复。",
    "删除或合并 IpPolicies 中覆盖相同地址的条目。",
  },
  ["InvalidParameter.AssitApproverTypeError"] = {
    "The type of the assistant approvers is not valid.",
    "Set ApproverType to a type that the documentation names, such as SubAccountLoginLimitApproval.",
    "协助审批人类型不合法。",
    "把 ApproverType 设为文档支持的类型，例如 SubAccountLoginLimitApproval。",
  },
  ["FailedOperation.AssistApproverFull"] = {
    "There are as many assistant approvers as there may be.",
    "Put fewer accounts into ApproverUin, or take approvers that are no longer needed off first.",
    "协助审批人数量已达上限。",
    "减少 ApproverUin 中的账号，或先移除不再需要的审批人。",
  },
  ["InvalidParameter.SubUserPhoneNotExsit"] = {
    "A sub-user has no verified mobile phone.",
    "Have the sub-users in ApproverUin verify a mobile phone, or choose others.",
    "子用户没有已验证的手机。",
    "让 ApproverUin 中的子用户先完成手机验证，或更换审批人。",
  },

  -- Message receivers.
  ["InvalidParameter.ReceiverOverLimit"] = {
    "There are as many message receivers as there may be.",
    "List them with ListReceiver, and delete those no longer needed with DeleteMessageReceiver.",
    "消息接收人数量超过限制。",
    "用 ListReceiver 查看，并以 DeleteMessageReceiver 删除不再需要的接收人。",
  },
  ["LimitExceeded.Uin"] = {
    "The account has reached a limit of this action.",
    "Read the message for the limit; delete receivers that are not needed (DeleteMessageReceiver), or open a ticket.",
    "该账号的请求超出限制。",
    "查看 Message 中的限制；删除不需要的接收人（DeleteMessageReceiver），或提交工单。",
  },
  ["InvalidParameter.UserNotAuth"] = {
    "The account has not passed real-name verification.",
    "Complete the verification in Account Center, then create the message receiver.",
    "账号未完成实名认证。",
    "先到“账号中心”完成实名认证，再创建消息接收人。",
  },

  -- User groups.
  ["InvalidParameter.GroupNameInUse"] = {
    "A user group of this name exists already.",
    "Choose another GroupName, or find the group with ListGroups and go on with that one.",
    "用户组名称重复。",
    "更换 GroupName，或用 ListGroups 查询同名用户组并直接使用。",
  },
  ["InvalidParameter.GroupFull"] = {
    "The account has as many user groups as it may have.",
    "Find unused ones with ListGroups and delete them with DeleteGroup, or ask for a higher quota by ticket.",
    "用户组数量已达上限。",
    "用 ListGroups 找出不再使用的用户组并以 DeleteGroup 删除，或提交工单申请提升配额。",
  },
  ["InvalidParameter.GroupUserFull"] = {
    "The user group has as many users as it may have.",
    "Remove users with RemoveUserFromGroup, or put the new ones into another group with the same policies.",
    "用户组中的子用户数量已达上限。",
    "用 RemoveUserFromGroup 移除部分用户，或把新用户加入另一个策略相同的用户组。",
  },
  ["InvalidParameter.UserGroupFull"] = {
    "The user is in as many groups as a user may be.",
    "Look at them with ListGroupsForUser, and take the user out of one with RemoveUserFromGroup.",
    "子用户加入的用户组数量已达上限。",
    "用 ListGroupsForUser 查看，并以 RemoveUserFromGroup 将其移出不需要的用户组。",
  },
  ["InvalidParameter.GroupIdError"] = {
    "The GroupId is not valid.",
    "Take the id of the group from ListGroups: a whole number, not the group's name.",
    "GroupId 不合法。",
    "从 ListGroups 获取用户组 ID，应为整数而不是组名。",
  },

  -- Roles.
  ["InvalidParameter.RoleNotExist"] = {
    "The role does not exist.",
    "Check the role's id or name with DescribeRoleList, and that the caller belongs to the same account.",
    "角色不存在。",
    "用 DescribeRoleList 核对角色 ID 或名称，并确认调用者与角色属于同一账号。",
  },
  ["InvalidParameter.RoleNameError"] = {
    "The role name is not valid.",
    "Use 1 to 128 letters, digits and characters of +=,.@-_ for the name.",
    "角色名不合法。",
    "角色名使用 1～128 个字符，只能包含英文字母、数字和 +=,.@-_。",
  },
  ["InvalidParameter.RoleNameInUse"] = {
    "A role of this name exists already.",
    "Choose another name, or look the role up with GetRole and go on with that one.",
    "同名角色已存在。",
    "更换名称，或用 GetRole 查询该角色并直接使用。",
  },
  ["InvalidParameter.RoleFull"] = {
    "The account has as many roles as it may have.",
    "Find unused ones with DescribeRoleList and delete them with DeleteRole, or ask for a higher quota by ticket.",
    "角色数量已达上限。",
    "用 DescribeRoleList 找出不再使用的角色并以 DeleteRole 删除，或提交工单申请提升配额。",
  },
  ["InvalidParameter.PrincipalQcsCrossError"] = {
    "The role's principal belongs to the other site (China or International).",
    "Name only principals of the role's own site in the principal element of PolicyDocument.",
    "角色载体不允许跨站点（国内站、国际站）。",
    "PolicyDocument 的 principal 中只填写与角色同一站点的载体。",
  },
  ["InvalidParameter.OrganizationRoleOperateError"] = {
    "Only the administrator of the organization may manage this role.",
    "Have the organization's administrator make the change.",
    "该角色只能由企业管理员操作。",
    "联系企业管理员进行修改。",
  },
  ["InvalidParameter.DeletionTaskNotExist"] = {
    "The deletion task does not exist.",
    "Pass the DeletionTaskId that DeleteServiceLinkedRole gave, with a key of the same account.",
    "删除任务不存在。",
    "传入 DeleteServiceLinkedRole 返回的 DeletionTaskId，并使用同一账号的密钥。",
  },
  ["FailedOperation.TagResourceFailed"] = {
    "The tags could not be bound to the role.",
    "Look at the role and its tags with GetRole, then bind the missing ones with TagRole.",
    "为角色绑定标签失败。",
    "用 GetRole 查看角色及已有标签，再用 TagRole 补绑缺少的标签。",
  },
  ["FailedOperation.UnTagResourceFailed"] = {
    "The tags could not be removed from the role.",
    "Look at the remaining tags with GetRole, and check TagKeys and the caller's permission for tags.",
    "为角色解绑标签失败。",
    "用 GetRole 查看剩余标签，检查 TagKeys 以及调用者的标签权限。",
  },
  ["InvalidParameter.TagLimitExceeded"] = {
    "There are more tags than are allowed.",
    "Pass fewer Tags, or first remove tags that the role no longer needs with UntagRole.",
    "标签数量超过限制。",
    "减少 Tags，或先用 UntagRole 移除角色上不再需要的标签。",
  },
  ["InvalidParameter.TagParamError"] = {
    "The tags of the request are not valid.",
    "Check Tags or TagKeys: allowed characters and length, and no key empty or given twice.",
    "标签参数错误。",
    "检查 Tags 或 TagKeys：字符和长度是否符合要求，键不能为空或重复。",
  },

  -- Policies.
  ["InvalidParameter.PolicyIdError"] = {
    "The PolicyId is not valid.",
    "Take the id of the policy from ListPolicies: a whole number, not the policy's name.",
    "PolicyId 不合法。",
    "从 ListPolicies 获取策略 ID，应为整数而不是策略名。",
  },
  ["InvalidParameter.OperatePoliciesOverLimit"] = {
    "Too many policies in one request.",
    "Pass fewer ids in PolicyId at a time and delete the policies in several calls.",
    "一次操作的策略过多。",
    "减少每次 PolicyId 中的数量，分多次删除。",
  },
  ["InvalidParameter.OperateEntitiesOverLimit"] = {
    "Too many users or roles in one request.",
    "Change fewer of them at a time, in several calls.",
    "一次操作的用户或角色过多。",
    "减少每次操作的数量，分多次完成。",
  },
  ["InvalidParameter.PolicyVersionNotExists"] = {
    "The policy has no such version.",
    "Take VersionId from ListPolicyVersions for the same PolicyId.",
    "策略版本不存在。",
    "用 ListPolicyVersions 查询同一 PolicyId 的版本，取其中的 VersionId。",
  },
  ["FailedOperation.PolicyVersionAlreadyDefault"] = {
    "This version is the policy's default version already.",
    "Leave it if it is to be the default; to delete it, make another one the default with SetDefaultPolicyVersion.",
    "该版本已经是默认策略版本。",
    "若要设为默认则无需处理；若要删除，先用 SetDefaultPolicyVersion 把其他版本设为默认。",
  },
  ["FailedOperation.PolicyVersionFull"] = {
    "The policy has as many versions as it may have.",
    "List them with ListPolicyVersions and delete old ones with DeletePolicyVersion.",
    "策略版本数量已达上限。",
    "用 ListPolicyVersions 查看，并以 DeletePolicyVersion 删除旧版本。",
  },
  ["OperationDenied.PolicyTagConflict"] = {
    "A policy that is linked with tags may not have tag keys in its conditions.",
    "Take the tag condition keys out of PolicyDocument, or unlink the policy from its tags.",
    "已关联标签的策略不能包含标签条件键。",
    "从 PolicyDocument 的条件中去掉标签条件键，或取消策略与标签的关联。",
  },
  ["FailedOperation.OrganizationPolicyOperateError"] = {
    "The policy belongs to the organization and cannot be managed by this account.",
    "Have the organization's administrator change the policy or what it is attached to.",
    "集团策略不允许由当前账号操作。",
    "联系集团管理员修改该策略或其关联关系。",
  },
  ["OperationDenied.CicPolicyOperationDenied"] = {
    "The policy is managed by the identity center (CIC) and cannot be changed here.",
    "Change the permissions in the identity center of the organization; it writes the policy itself.",
    "该策略由身份中心（CIC）管理，禁止在此变更。",
    "到集团账号的身份中心修改权限配置，策略由身份中心维护。",
  },
  ["InvalidParameter.ServiceLinkedPolicyCantInPermissionBoundary"] = {
    "A service-linked policy cannot be a permission boundary.",
    "Choose another PolicyId: in ListPolicies, a policy whose IsServiceLinkedPolicy is 0.",
    "服务相关策略不能用作权限边界。",
    "更换 PolicyId：从 ListPolicies 中选择 IsServiceLinkedPolicy 为 0 的策略。",
  },
  ["InvalidParameter.ServiceLinkedRoleCantUsePermissionBoundary"] = {
    "A service-linked role cannot have a permission boundary.",
    "Name a role that is not service-linked; GetRole gives its RoleType.",
    "服务相关角色不能使用权限边界。",
    "改为非服务相关角色；可用 GetRole 查看角色的 RoleType。",
  },

  -- Looking policies up.
  ["InvalidParameter.ScopeError"] = {
    "The Scope is not valid.",
    "Set Scope to All, QCS (preset policies) or Local (your own policies).",
    "Scope 不合法。",
    "Scope 只能取 All、QCS（预设策略）或 Local（自定义策略）。",
  },
  ["InvalidParameter.KeywordError"] = {
    "The Keyword is not valid.",
    "Use a part of a policy's name as Keyword, without special characters, or leave it out.",
    "Keyword 不合法。",
    "Keyword 填写策略名的一部分，不含特殊字符；也可不填。",
  },
  ["InvalidParameter.SearchKeywordLengthError"] = {
    "The search keyword has a length that is not allowed.",
    "Shorten Keyword to a part of the policy's name, or leave it out if it is empty.",
    "查询关键字的长度不符合要求。",
    "把 Keyword 缩短为策略名的一部分；若为空则不传。",
  },
  ["InvalidParameter.ServiceTypeError"] = {
    "The ServiceType is not valid.",
    "Use a service type that ListPolicies gives in ServiceTypeList, or leave it out.",
    "ServiceType 不合法。",
    "使用 ListPolicies 返回的 ServiceTypeList 中的服务类型，或不填。",
  },
  ["InvalidParameter.UinError"] = {
    "The Uin is not valid.",
    "Take the Uin of the user from ListUsers: a whole number.",
    "Uin 不合法。",
    "从 ListUsers 获取用户的 Uin，应为整数。",
  },
  ["InvalidParameter.EntityFilterError"] = {
    "The EntityFilter is not valid.",
    "Set EntityFilter to All, User, Group or Role.",
    "EntityFilter 不合法。",
    "EntityFilter 只能取 All、User、Group 或 Role。",
  },
  ["FailedOperation.GetUserAreaError"] = {
    "The service could not find out the region of the user's account.",
    "Check the account information in Account Center; if nothing is wrong there, open a ticket with the RequestId.",
    "获取用户的地域信息失败。",
    "到“账号中心”检查账号信息；若无异常，携带 RequestId 提交工单。",
  },

  -- Identity providers.
  ["InvalidParameterValue.MetadataError"] = {
    "The metadata of the identity provider is wrong.",
    "Take them from the provider anew: the XML in Base64 for SAML, the signing public key in Base64 for OIDC.",
    "身份提供商的元数据有误。",
    "从身份提供商重新获取：SAML 为 Base64 编码的 XML 元数据，OIDC 为 Base64 编码的签名公钥。",
  },
  ["FailedOperation.CICIdentityForbidden"] = {
    "The identity provider belongs to the identity center (CIC) and cannot be changed here.",
    "Manage it in the identity center of the organization.",
    "该身份提供商属于身份中心（CIC），禁止在此操作。",
    "到集团账号的身份中心管理该身份提供商。",
  },

  -- Data-flow authentication.
  ["ResourceNotFound.DataFlowAuthClose"] = {
    "CAM data-flow authentication is not enabled for the resource.",
    "Enable CAM authentication for the resource in its product's console, and check ResourceId and ResourceRegion.",
    "资源未开启 CAM 数据流认证。",
    "在该资源的产品控制台开启 CAM 认证，并检查 ResourceId 和 ResourceRegion。",
  },
  ["FailedOperation.BuildAuthToken"] = {
    "The authentication token could not be made.",
    "Check ResourceId, ResourceRegion and ResourceAccount; if they are right, open a ticket with the RequestId.",
    "生成 AuthToken 时发生异常。",
    "检查 ResourceId、ResourceRegion 和 ResourceAccount；若均正确，携带 RequestId 提交工单。",
  },
  ["FailedOperation.FlowAuthIllegal"] = {
    "The operation on the credential of the resource failed.",
    "Check ResourceAccount and its CAM authentication in the product's console; else open a ticket with the RequestId.",
    "资源凭据操作失败。",
    "在产品控制台检查 ResourceAccount 及其 CAM 认证设置；若无异常，携带 RequestId 提交工单。",
  },
  ["ResourceUnavailable.FlowAuthSecet"] = {
    "The credential of the resource is in an abnormal state.",
    "Look at ResourceAccount and its CAM authentication in the product's console, and switch it on anew if needed.",
    "资源的凭据信息异常。",
    "在产品控制台检查 ResourceAccount 及其 CAM 认证设置，必要时重新开启。",
  },
}
