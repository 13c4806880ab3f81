-- Texts of Short Message Service (SMS): sending, its limits, signatures, templates and statistics.
-- Code = { description, advice, Chinese description, Chinese advice }. The codes without a detail have theirs in
-- common.lua. Version 2019-07-11 names some parameters differently: SmsSdkAppid, UsedMethod, SendDateTime.
return {
  -- Account and application.
  ["FailedOperation.NotEnterpriseCertification"] = {
    "Accounts without enterprise verification cannot use the actions for signatures and templates.",
    "Change the account to enterprise verification in Account Center (it takes effect after about an hour).",
    "未完成企业认证的账号不能使用签名和模板相关接口。",
    "到“账号中心”变更为企业认证，约 1 小时后生效。",
  },
  ["UnauthorizedOperation.IndividualUserMarketingSmsPermissionDeny"] = {
    "Accounts with individual verification may not send marketing messages.",
    "Change the account to enterprise verification in Account Center, or send with a template of another type.",
    "个人认证用户不能发送营销短信。",
    "到“账号中心”变更为企业认证，或改用其他类型的模板发送。",
  },
  ["FailedOperation.ForbidAddMarketingTemplates"] = {
    "Accounts with individual verification cannot have templates for marketing messages.",
    "Change the account to enterprise verification in Account Center, or use an SmsType other than 1.",
    "个人认证用户不能申请营销短信模板。",
    "到“账号中心”变更为企业认证，或使用 1 以外的 SmsType。",
  },
  ["FailedOperation.ProhibitSubAccountUse"] = {
    "Only the main account may fetch the list of templates.",
    "Call DescribeSmsTemplateList with an API key of the main account.",
    "只有主账号可以拉取模板列表。",
    "使用主账号的云 API 密钥调用 DescribeSmsTemplateList。",
  },
  ["UnauthorizedOperation.RequestPermissionDeny"] = {
    "The request has no permission in SMS.",
    "Check the caller's CAM policies and the account's state in the SMS console; if both are right, ask SMS support.",
    "请求没有短信服务的权限。",
    "检查调用者的 CAM 策略和短信控制台中的账号状态；若均正常，联系腾讯云短信小助手。",
  },
  ["UnauthorizedOperation.RequestIpNotInWhitelist"] = {
    "The check of source addresses is on, and the caller's IP address is not on the list.",
    "Add the public address the request leaves from to the list of the application in the SMS console.",
    "已开启请求来源 IP 校验，而当前 IP 不在白名单中。",
    "在短信控制台的应用配置中，把请求的公网出口 IP 加入白名单。",
  },
  ["UnauthorizedOperation.SdkAppIdIsDisabled"] = {
    "The SMS application is barred from the service.",
    "Look at the application in the SMS console (Application Management), and ask SMS support for the reason.",
    "该 SdkAppId 已被禁止使用短信服务。",
    "在短信控制台“应用管理”查看该应用，并联系腾讯云短信小助手了解原因。",
  },
  ["UnauthorizedOperation.SmsSdkAppIdVerifyFail"] = {
    "The SMS application does not belong to the account of the API key.",
    "Check the id of the application in the SMS console (Application Management), or use a key of its account.",
    "短信应用不属于该云 API 密钥的账号。",
    "在短信控制台“应用管理”核对应用的 SdkAppId，或换用其所属账号的密钥。",
  },
  ["UnauthorizedOperation.SmsSdkAppidVerifyFail"] = {
    "The SMS application does not belong to the account of the API key.",
    "Check the id of the application in the SMS console (Application Management), or use a key of its account.",
    "短信应用不属于该云 API 密钥的账号。",
    "在短信控制台“应用管理”核对应用的 SdkAppId，或换用其所属账号的密钥。",
  },
  ["InvalidParameterValue.SdkAppIdNotExist"] = {
    "There is no SMS application with this id.",
    "Copy the id (such as 1400006666) from the SMS console, Application Management; it is not the account's AppId.",
    "SdkAppId 不存在。",
    "从短信控制台“应用管理”复制 SdkAppId（形如 1400006666），不要与账号的 AppId 混淆。",
  },
  ["InvalidParameter.AppidAndBizId"] = {
    "The account and the SMS application do not match.",
    "Use an API key of the account in which the SMS application was created.",
    "账号与短信应用不匹配。",
    "使用创建该短信应用的账号的云 API 密钥。",
  },
  ["UnauthorizedOperation.SerivceSuspendDueToArrears"] = {
    "The SMS service is suspended because the account is in arrears.",
    "Top the account up in Billing Center; the service comes back after the payment.",
    "账号欠费，短信服务已停止。",
    "到“费用中心”充值结清欠款，服务随后恢复。",
  },
  ["FailedOperation.InsufficientBalanceInSmsPackage"] = {
    "The SMS package has not enough messages left.",
    "Buy a package in the SMS console, then send; SmsPackagesStatistics tells what is left.",
    "短信套餐包余量不足。",
    "在短信控制台购买套餐包后再发送；可用 SmsPackagesStatistics 查询余量。",
  },

  -- Phone numbers.
  ["MissingParameter.EmptyPhoneNumberSet"] = {
    "The list of phone numbers is empty.",
    "Put at least one number into PhoneNumberSet, each in the form +8618501234444.",
    "手机号列表为空。",
    "在 PhoneNumberSet 中至少填写一个手机号，格式如 +8618501234444。",
  },
  ["LimitExceeded.PhoneNumberCountLimit"] = {
    "One request has more than 200 phone numbers.",
    "Split the numbers into several requests of at most 200.",
    "单次请求的手机号超过 200 个。",
    "拆分为多次请求，每次最多 200 个手机号。",
  },
  ["InvalidParameterValue.IncorrectPhoneNumber"] = {
    "A phone number is malformed.",
    "Write the number as E.164 has it: a plus sign, the country code, the number, such as +8618501234444.",
    "手机号格式错误。",
    "按 E.164 标准填写：+、国家（或地区）码、手机号，例如 +8618501234444。",
  },
  ["FailedOperation.PhoneNumberParseFail"] = {
    "A phone number could not be parsed.",
    "Write each number in PhoneNumberSet as E.164 has it, such as +8618501234444.",
    "手机号解析失败。",
    "PhoneNumberSet 中的号码均按 E.164 标准填写，例如 +8618501234444。",
  },
  ["FailedOperation.PhoneNumberInBlacklist"] = {
    "The phone number is on the do-not-disturb list: its owner unsubscribed, or its carrier blocks messages.",
    "Leave the number out; if its owner wants the messages, ask SMS support to take it off the list.",
    "手机号在免打扰名单中，通常是用户已退订或命中运营商的免打扰名单。",
    "不再向该号码发送；若机主需要接收，联系腾讯云短信小助手移出名单。",
  },
  ["FailedOperation.PhoneNumberOnBlacklist"] = {
    "The phone number is on the do-not-disturb list: its owner unsubscribed, or its carrier blocks messages.",
    "Leave the number out; if its owner wants the messages, ask SMS support to take it off the list.",
    "手机号在免打扰名单中，通常是用户已退订或命中运营商的免打扰名单。",
    "不再向该号码发送；若机主需要接收，联系腾讯云短信小助手移出名单。",
  },
  ["UnsupportedOperation.ContainDomesticAndInternationalPhoneNumber"] = {
    "One request has numbers of the Chinese mainland and of other regions.",
    "Send them in two requests, each with a signature and a template for its numbers.",
    "同一请求中既有国内手机号，也有国际/港澳台手机号。",
    "分成两次请求发送，各用对应的签名和模板。",
  },
  ["UnsupportedOperation.ContainDomesticPhoneNumber"] = {
    "The request has numbers of the Chinese mainland, which this action does not take.",
    "Keep only other numbers in MultiSmsInfoSet, and send to the Chinese mainland with SendSms.",
    "请求中包含中国大陆手机号，该接口仅支持国际/港澳台号码。",
    "MultiSmsInfoSet 只保留国际/港澳台号码；中国大陆号码改用 SendSms 发送。",
  },
  ["UnsupportedOperation.ChineseMainlandTemplateToGlobalPhone"] = {
    "A template for the Chinese mainland cannot be sent to numbers of other regions.",
    "Set TemplateId to an approved template for Global SMS (International is 1).",
    "国内短信模板不能发送到国际/港澳台手机号。",
    "把 TemplateId 换成已审核通过的国际/港澳台短信模板（International 为 1）。",
  },
  ["UnsupportedOperation.GlobalTemplateToChineseMainlandPhone"] = {
    "A template for Global SMS cannot be sent to numbers of the Chinese mainland.",
    "Set TemplateId to an approved template for the Chinese mainland (International is 0).",
    "国际/港澳台短信模板不能发送到国内手机号。",
    "把 TemplateId 换成已审核通过的国内短信模板（International 为 0）。",
  },
  ["UnsupportedOperation.UnsuportedRegion"] = {
    "Messages cannot be sent to this country or region.",
    "Leave numbers of this country or region out; the documentation lists those that SMS reaches.",
    "不支持向该国家或地区发送短信。",
    "去掉该国家或地区的号码；支持的范围见短信文档。",
  },

  -- Sending.
  ["InvalidParameterValue.MultiSmsInfoSetEmpty"] = {
    "The list of messages is empty.",
    "Put at least one entry into MultiSmsInfoSet, with PhoneNumber and TemplateId.",
    "MultiSmsInfoSet 列表为空。",
    "在 MultiSmsInfoSet 中至少填写一项，包含 PhoneNumber 和 TemplateId。",
  },
  ["FailedOperation.MarketingSendTimeConstraint"] = {
    "Marketing messages may only be sent between 8:00 and 22:00.",
    "Send the message within these hours: plan the job for 8:00 or later.",
    "营销短信只允许在 8 点到 22 点之间发送。",
    "把发送任务安排在该时段内。",
  },
  ["FailedOperation.SignatureIncorrectOrUnapproved"] = {
    "The signature has not been approved, or is malformed.",
    "Give the text of an approved signature (not its id): 2 to 12 letters, Chinese characters or digits.",
    "签名未审核通过或格式错误。",
    "填写已审核通过的签名内容（不是签名 ID），由 2～12 个中英文字符或数字组成。",
  },
  ["FailedOperation.TemplateUnapprovedOrNotExist"] = {
    "The template has not been approved, or does not exist.",
    "Check the template id and its review with DescribeSmsTemplateList, and send with an approved one.",
    "模板未审核通过或不存在。",
    "用 DescribeSmsTemplateList 核对模板 ID 和审核状态，使用已通过的模板发送。",
  },
  ["FailedOperation.TemplateParamSetNotMatchApprovedTemplate"] = {
    "The template's parameters do not match the approved template.",
    "Give as many values in TemplateParamSet as the template has variables, in their order.",
    "模板参数与审核通过的模板不匹配。",
    "TemplateParamSet 的个数和顺序须与模板变量一致。",
  },
  ["InvalidParameterValue.TemplateParameterFormatError"] = {
    "A variable of a verification code template is not a number of at most 6 digits.",
    "Pass only digits, at most 6 of them, in TemplateParamSet.",
    "验证码模板的变量只能是 6 位以内的纯数字。",
    "TemplateParamSet 只传入不超过 6 位的纯数字。",
  },
  ["InvalidParameterValue.TemplateParameterLengthLimit"] = {
    "The value of a template variable is too long.",
    "Shorten the values in TemplateParamSet to the length that the console's template page shows for the account.",
    "模板变量的字符数超过限制。",
    "缩短 TemplateParamSet 中的取值；账号可用的长度见短信控制台的模板页面。",
  },
  ["InvalidParameterValue.ProhibitedUseUrlInTemplateParameter"] = {
    "A template variable contains a URL, which is not allowed.",
    "Take the URL out of TemplateParamSet, or apply for a template that has the fixed part of it in its text.",
    "模板变量中禁止使用 URL。",
    "从 TemplateParamSet 中去掉 URL，或申请正文中固定包含该链接的模板。",
  },

  -- Limits of sending.
  ["LimitExceeded.PhoneNumberThirtySecondLimit"] = {
    "This phone number was sent too many messages within 30 seconds.",
    "Wait 30 seconds before sending to it again; the limit can be changed in the SMS console.",
    "单个手机号 30 秒内的短信条数超过上限。",
    "等待 30 秒后再向该号码发送；可在短信控制台调整短信频率限制。",
  },
  ["LimitExceeded.PhoneNumberOneHourLimit"] = {
    "This phone number was sent too many messages within one hour.",
    "Send to it again after one hour, or raise the limit in the SMS console.",
    "单个手机号 1 小时内的短信条数超过上限。",
    "1 小时后再向该号码发送，或在短信控制台调整短信频率限制。",
  },
  ["LimitExceeded.PhoneNumberDailyLimit"] = {
    "This phone number was sent too many messages today.",
    "Send to it again the next day, or raise the limit in the SMS console.",
    "单个手机号当日的短信条数超过上限。",
    "次日再向该号码发送，或在短信控制台调整短信频率限制。",
  },
  ["LimitExceeded.PhoneNumberSameContentDailyLimit"] = {
    "This phone number was sent the same text too many times today.",
    "Look for a loop that sends it; send again the next day, or raise the limit in the SMS console.",
    "单个手机号当日接收相同内容的次数超过上限。",
    "检查程序是否重复发送；次日再发，或在短信控制台调整短信频率限制。",
  },
  ["LimitExceeded.AppDailyLimit"] = {
    "The application has sent as many messages today as it may.",
    "Go on the next day, or raise the limit in the SMS console (Application Management).",
    "应用当日的短信发送量超过上限。",
    "次日再发，或在短信控制台“应用管理”调整限制。",
  },
  ["LimitExceeded.AppMainlandChinaDailyLimit"] = {
    "The application has sent as many messages to the Chinese mainland today as it may.",
    "Go on the next day, or raise the threshold in the console: Application Management > Basic Configuration.",
    "应用当日的国内短信发送量超过上限。",
    "次日再发，或在短信控制台“应用管理 > 基础配置”调整发送总量阈值。",
  },
  ["LimitExceeded.AppGlobalDailyLimit"] = {
    "The application has sent as many Global SMS messages today as it may.",
    "Go on the next day, or raise the threshold in the console: Application Management > Basic Configuration.",
    "应用当日的国际/港澳台短信发送量超过上限。",
    "次日再发，或在短信控制台“应用管理 > 基础配置”调整发送总量阈值。",
  },
  ["LimitExceeded.AppCountryOrRegionDailyLimit"] = {
    "The application has sent as many messages to this country or region today as it may.",
    "Go on the next day, or raise the limit in the console: Application Management > Basic Configuration.",
    "应用当日向该国家或地区的短信发送量超过上限。",
    "次日再发，或在短信控制台“应用管理 > 基础配置”调整国际/港澳台短信发送限制。",
  },
  ["LimitExceeded.AppCountryOrRegionInBlacklist"] = {
    "The application's settings do not allow messages to this country or region.",
    "Add the country or region in the console: Application Management > Basic Configuration.",
    "该国家或地区不在应用允许发送的范围内。",
    "在短信控制台“应用管理 > 基础配置”的国际/港澳台短信发送限制中加入该国家或地区。",
  },
  ["LimitExceeded.DailyLimit"] = {
    "The account has sent as many Global SMS messages today as it may.",
    "Go on the next day, or ask SMS support for a higher limit.",
    "当日的国际/港澳台短信发送量超过上限。",
    "次日再发，或联系腾讯云短信小助手调整限制。",
  },
  ["LimitExceeded.GlobalSmsSendingRateLimit"] = {
    "Global SMS messages are being sent too fast.",
    "Wait, then send more slowly; ask SMS support for a higher rate if this is not enough.",
    "国际/港澳台短信的发送速率超过限制。",
    "等待后降低发送速率；若不能满足需要，联系腾讯云短信小助手。",
  },

  -- Signatures.
  ["FailedOperation.SignIdNotExist"] = {
    "The signature does not exist.",
    "Check SignId with DescribeSmsSignList, or in the SMS console under Signature Management.",
    "签名 ID 不存在。",
    "用 DescribeSmsSignList 或在短信控制台“签名管理”核对 SignId。",
  },
  ["FailedOperation.MissingSignatureToModify"] = {
    "No signature with this id was ever submitted, so it cannot be changed or deleted.",
    "Check SignId with DescribeSmsSignList, or in the SMS console under Signature Management.",
    "该签名 ID 未提交申请或不存在，无法修改或删除。",
    "用 DescribeSmsSignList 或在短信控制台“签名管理”核对 SignId。",
  },
  ["FailedOperation.MissingSignatureList"] = {
    "The signature was not found; usually it has not been approved.",
    "Check SignId and the review of the signature in the SMS console under Signature Management.",
    "未找到该签名，通常是签名未通过审核。",
    "在短信控制台“签名管理”核对 SignId 和审核状态。",
  },
  ["InvalidParameterValue.MissingSignatureList"] = {
    "The signature was not found; usually it has not been approved.",
    "Check SignIdSet, International and the review of the signatures in the SMS console under Signature Management.",
    "未找到该签名，通常是签名未通过审核。",
    "在短信控制台“签名管理”核对 SignIdSet、International 和审核状态。",
  },
  ["MissingParameter.MissingSignatureList"] = {
    "The account has no such signature or template.",
    "Check SignIdSet and International against the SMS console under Signature Management.",
    "账号下没有该签名或模板。",
    "在短信控制台“签名管理”核对 SignIdSet 和 International。",
  },
  ["FailedOperation.SignNumberLimit"] = {
    "The account has as many signatures as it may have.",
    "Delete signatures that are no longer used with DeleteSmsSign, then apply for the new one.",
    "签名数量已达上限。",
    "用 DeleteSmsSign 删除不再使用的签名后再申请。",
  },
  ["InvalidParameterValue.SignAlreadyPassedCheck"] = {
    "The signature has been approved already and cannot be changed or applied for again.",
    "Use it as it is, or apply for a new one with another SignName (AddSmsSign).",
    "该签名已通过审核，不能再修改或重复申请。",
    "直接使用该签名，或用 AddSmsSign 以其他 SignName 申请新签名。",
  },
  ["InvalidParameterValue.SignExistAndUnapproved"] = {
    "The same signature has been submitted already and is being reviewed.",
    "Follow its review with DescribeSmsSignList instead of submitting it again.",
    "已存在相同的待审核签名。",
    "无需重复提交，用 DescribeSmsSignList 查看审核状态。",
  },
  ["InvalidParameterValue.SignNameLengthTooLong"] = {
    "The signature is too long.",
    "Shorten SignName to at most 12 characters.",
    "签名内容过长。",
    "把 SignName 缩短到 12 个字以内。",
  },
  ["InvalidParameterValue.InvalidDocumentType"] = {
    "The DocumentType is not valid.",
    "Choose a DocumentType that the documentation allows for the SignType of the signature.",
    "DocumentType 不合法。",
    "按文档选择与 SignType 对应的 DocumentType。",
  },
  ["InvalidParameterValue.InvalidSignPurpose"] = {
    "The SignPurpose is not valid.",
    "Set SignPurpose to 0 for a signature of your own, or to 1 for somebody else's, with a CommissionImage.",
    "SignPurpose 不合法。",
    "SignPurpose 填 0（自用）或 1（他用）；他用须同时提供 CommissionImage。",
  },
  ["InvalidParameterValue.InvalidUsedMethod"] = {
    "The purpose of the signature is not valid.",
    "Set UsedMethod (SignPurpose in 2021-01-11) to 0 for your own use, or to 1 for others', with a CommissionImage.",
    "签名用途不合法。",
    "UsedMethod（2021-01-11 版为 SignPurpose）填 0（自用）或 1（他用）；他用须提供 CommissionImage。",
  },
  ["InvalidParameterValue.QualificationIdNotFound"] = {
    "The qualification does not exist.",
    "Copy QualificationId from the SMS console: the real-name qualification page of Chinese mainland SMS.",
    "未找到该资质 ID。",
    "在短信控制台国内短信的“实名资质管理”页核对 QualificationId。",
  },
  ["FailedOperation.QualificationIdNotApproved"] = {
    "The qualification has not been approved.",
    "Look at its review in the SMS console (real-name qualifications), and use an approved QualificationId.",
    "该资质 ID 未审核通过。",
    "在短信控制台国内短信的“实名资质管理”页查看审核情况，使用已通过的 QualificationId。",
  },

  -- Templates.
  ["FailedOperation.MissingSignature"] = {
    "A template cannot be applied for before the account has a signature.",
    "Apply for a signature with AddSmsSign or in the SMS console, then for the template.",
    "账号尚未申请签名，不能申请模板。",
    "先用 AddSmsSign 或在短信控制台申请签名，再申请模板。",
  },
  ["FailedOperation.TemplateIdNotExist"] = {
    "The template does not exist.",
    "Check the template id with DescribeSmsTemplateList, or in the SMS console under Body Templates.",
    "模板 ID 不存在。",
    "用 DescribeSmsTemplateList 或在短信控制台“正文模板管理”核对模板 ID。",
  },
  ["FailedOperation.MissingTemplateToModify"] = {
    "No template with this id was ever submitted.",
    "Check the template id with DescribeSmsTemplateList, or in the SMS console under Body Templates.",
    "该模板 ID 未提交申请或不存在。",
    "用 DescribeSmsTemplateList 或在短信控制台“正文模板管理”核对模板 ID。",
  },
  ["FailedOperation.MissingTemplateList"] = {
    "The template was not found; usually it has not been approved.",
    "Check TemplateId and the review of the template in the SMS console under Body Templates.",
    "未找到该模板，通常是模板未通过审核。",
    "在短信控制台“正文模板管理”核对 TemplateId 和审核状态。",
  },
  ["FailedOperation.TemplateNumberLimit"] = {
    "The account has as many templates as it may have.",
    "Delete templates that are no longer used with DeleteSmsTemplate, then apply for the new one.",
    "模板数量已达上限。",
    "用 DeleteSmsTemplate 删除不再使用的模板后再申请。",
  },
  ["FailedOperation.TemplateAlreadyPassedCheck"] = {
    "The template has been approved already and can no longer be changed.",
    "Use it as it is, or apply for a new one with AddSmsTemplate.",
    "该模板已通过审核，不能再修改。",
    "直接使用该模板，或用 AddSmsTemplate 申请新模板。",
  },
  ["InvalidParameterValue.InvalidTemplateFormat"] = {
    "The template is malformed.",
    "Compare TemplateContent, above all its variables such as {1}, with the review standards for templates.",
    "模板格式错误。",
    "对照正文模板审核标准检查 TemplateContent，尤其是 {1} 形式的变量。",
  },
  ["InvalidParameter.DirtyWordFound"] = {
    "The text contains words that are not allowed.",
    "Reword the template's name, text and remark according to the review standards for templates.",
    "内容包含敏感词。",
    "按正文模板审核标准修改模板的名称、内容和备注。",
  },
  ["InvalidParameterValue.TemplateWithDirtyWords"] = {
    "The text of the template contains words that are not allowed.",
    "Reword the template with ModifySmsTemplate according to the review standards for templates.",
    "模板内容包含敏感词。",
    "按正文模板审核标准，用 ModifySmsTemplate 修改模板内容。",
  },
  ["InvalidParameterValue.MarketingTemplateWithoutUnsubscribe"] = {
    "A marketing template must tell how to unsubscribe.",
    "Put the line that tells how to unsubscribe at the end of TemplateContent, as the documentation words it.",
    "营销短信模板必须包含退订方式。",
    "在 TemplateContent 末尾加上“拒收请回复R”。",
  },
  ["InvalidParameterValue.UnsupportedTemplateVariable"] = {
    "Notification and marketing templates for the Chinese mainland may not have variables.",
    "Take the variables out of TemplateContent, or ask SMS support whether the account may use them.",
    "国内通知短信和营销短信模板不支持变量。",
    "去掉 TemplateContent 中的变量，或咨询腾讯云短信小助手账号能否使用变量。",
  },
  ["InvalidParameterValue.InvalidSmsType"] = {
    "The SmsType is not valid.",
    "Set SmsType to 1 (marketing), 2 (notification) or 3 (verification code), as the documentation has it.",
    "SmsType 不合法。",
    "SmsType 按文档填写：1（营销）、2（通知）或 3（验证码）。",
  },
  ["InvalidParameterValue.InvalidInternational"] = {
    "The value of International is not valid.",
    "Set International to 0 for the Chinese mainland, or to 1 for Global SMS.",
    "International 取值不合法。",
    "International 填 0（国内短信）或 1（国际/港澳台短信）。",
  },
  ["InvalidParameter.InvalidParameters"] = {
    "A parameter of the template is wrong, such as International or SmsType.",
    "Compare International, SmsType and the texts of the template with the documentation.",
    "模板参数有误，例如 International 或 SmsType。",
    "对照文档检查 International、SmsType 和模板的各项内容。",
  },

  -- Statistics and records.
  ["InvalidParameterValue.BeginTimeVerifyFail"] = {
    "The begin time is not valid.",
    "Check its form: yyyymmddhh for statistics, a UNIX time in seconds when pulling the records of a number.",
    "起始时间校验失败。",
    "检查格式：统计类接口为 yyyymmddhh，按手机号拉取的接口为 UNIX 时间戳（秒）。",
  },
  ["InvalidParameterValue.EndTimeVerifyFail"] = {
    "The end time is not valid.",
    "Check its form (yyyymmddhh for statistics, else UNIX seconds), and that it is not before the begin time.",
    "截止时间校验失败。",
    "检查格式（统计类接口为 yyyymmddhh，其余为 UNIX 秒级时间戳），且不得早于起始时间。",
  },
  ["InvalidParameterValue.InvalidStartTime"] = {
    "The times are not valid; the begin time may be later than the end time.",
    "Set the begin time before the end time, and within the last 7 days when pulling the records of a number.",
    "起始或截止时间无效，可能是起始时间晚于截止时间。",
    "使起始时间早于截止时间；按手机号拉取时须在最近 7 天内。",
  },
  ["InvalidParameterValue.LimitVerifyFail"] = {
    "The Limit is not valid.",
    "Set Limit to what the action allows: 100 at most for lists, 500 for packages, 0 for the other statistics.",
    "Limit 校验失败。",
    "按接口要求设置 Limit：列表最多 100，套餐包统计最多 500，其他统计接口固定为 0。",
  },
  ["InvalidParameterValue.OffsetVerifyFail"] = {
    "The Offset is not valid.",
    "Set Offset to 0; only SmsPackagesStatistics pages with it.",
    "Offset 校验失败。",
    "Offset 填 0；只有 SmsPackagesStatistics 用它分页。",
  },

  -- Faults of the service.
  ["FailedOperation.OtherError"] = {
    "The operation failed; usually a parameter does not meet the requirements.",
    "Compare every parameter with the documentation of the action; if all are right, ask SMS support.",
    "操作失败，通常是参数不符合要求。",
    "对照接口文档逐一检查参数；若均正确，联系腾讯云短信小助手。",
  },
  ["InternalError.SigFieldMissing"] = {
    "The request inside SMS has no Sig field, or an empty one.",
    "Call by an SDK or with a TC3-HMAC-SHA256 signature; if it goes on, give the RequestId to SMS support.",
    "短信后端的请求包中没有 Sig 字段或其为空。",
    "使用 SDK 或 TC3-HMAC-SHA256 签名调用；若仍出现，将 RequestId 提供给腾讯云短信小助手。",
  },
  ["InternalError.SendAndRecvFail"] = {
    "The service, or the exchange with the SMS backend, timed out.",
    "Check the network and try again with growing pauses; before sending again, check whether messages arrived.",
    "接口超时，或短信收发包超时。",
    "检查网络并逐步延长间隔后重试；重复发送前先确认上一次的短信是否已发出。",
  },
  ["InternalError.JsonParseFail"] = {
    "SMS could not parse the parameters that it was given.",
    "Check the types of the parameters and try again with growing pauses; if it goes on, ask SMS support.",
    "短信服务解析用户参数失败。",
    "检查参数类型后，逐步延长间隔重试；若持续出现，联系腾讯云短信小助手。",
  },
  ["InternalError.ConstructUserDataFail"] = {
    "SMS could not put its internal request together.",
    "Try again with growing pauses; if it goes on, give the RequestId to SMS support.",
    "短信后台构造用户参数失败。",
    "逐步延长间隔后重试；若持续出现，将 RequestId 提供给腾讯云短信小助手。",
  },
  ["InternalError.ParseBackendResponseFail"] = {
    "SMS could not parse the answer of its backend or of the carrier.",
    "Try again with growing pauses; if it goes on, give the RequestId to SMS support.",
    "短信服务解析后端或运营商的响应失败。",
    "逐步延长间隔后重试；若持续出现，将 RequestId 提供给腾讯云短信小助手。",
  },
}
