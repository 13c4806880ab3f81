-- Texts of Hunyuan, the Knowledge Engine's atomic capabilities (LKEAP) and Text To Speech (TTS).
-- Code = { description, advice, Chinese description, Chinese advice }. The codes without a detail have theirs in
-- common.lua.
return {
  -- Hunyuan: account and payment.
  ["FailedOperation.ServiceNotActivated"] = {
    "Hunyuan is not activated for the account.",
    "Activate it in the Hunyuan console or with ActivateService.",
    "账号未开通混元大模型服务。",
    "在混元大模型控制台或用 ActivateService 开通。",
  },
  ["FailedOperation.UserUnAuthError"] = {
    "The account has not passed real-name verification.",
    "Complete the verification in Account Center, then activate the service.",
    "账号未完成实名认证。",
    "先到“账号中心”完成实名认证，再开通服务。",
  },
  ["FailedOperation.PartnerAccountUnSupport"] = {
    "Partner accounts cannot activate the service.",
    "Activate it with an account that is not a partner account.",
    "合作伙伴账号不允许开通该服务。",
    "更换为非合作伙伴账号后开通。",
  },
  ["FailedOperation.FreeResourcePackExhausted"] = {
    "The free resource package is used up.",
    "Buy a resource package in the Hunyuan console, or turn pay-as-you-go on (SetPayMode with PayMode 0).",
    "免费资源包已用尽。",
    "在混元大模型控制台购买资源包，或开启后付费（SetPayMode，PayMode 为 0）。",
  },
  ["FailedOperation.ResourcePackExhausted"] = {
    "The resource package is used up.",
    "Buy another one in the Hunyuan console, or turn pay-as-you-go on (SetPayMode with PayMode 0).",
    "资源包已用尽。",
    "在混元大模型控制台购买资源包，或开启后付费（SetPayMode，PayMode 为 0）。",
  },
  ["ResourceInsufficient.ChargeResourceExhaust"] = {
    "The billable resources of the account are used up.",
    "Buy a resource package or turn pay-as-you-go on in the Hunyuan console.",
    "计费资源已耗尽。",
    "在混元大模型控制台购买资源包或开启后付费。",
  },
  ["FailedOperation.ServiceStop"] = {
    "The service was stopped by its user.",
    "Activate it again in the Hunyuan console.",
    "服务已被用户主动停用。",
    "在混元大模型控制台重新开通。",
  },
  ["FailedOperation.ServiceStopArrears"] = {
    "The service is stopped because the account is in arrears.",
    "Top the account up in Billing Center; the service comes back after the payment.",
    "账号欠费，服务已停止。",
    "到“费用中心”充值结清欠款，服务随后恢复。",
  },
  ["FailedOperation.SetPayModeExceed"] = {
    "The pay mode was changed as often as it may be in one month.",
    "Keep the present mode until the next month, then call SetPayMode.",
    "本月设置后付费的次数已达上限。",
    "本月保持当前付费方式，下月再调用 SetPayMode。",
  },

  -- Hunyuan: calls.
  ["FailedOperation.EngineRequestTimeout"] = {
    "The model engine did not answer in time.",
    "Try again with growing pauses; where the action takes Stream, streaming answers sooner.",
    "引擎层请求超时。",
    "逐步延长间隔后重试；支持 Stream 的接口可改用流式调用，更早得到响应。",
  },
  ["FailedOperation.EngineServerLimitExceeded"] = {
    "The requests exceed what the model engine takes at the moment.",
    "Wait, then try again more slowly and with fewer requests at a time.",
    "引擎层请求超过限额。",
    "等待后以更低的频率和并发重试。",
  },
  ["InvalidParameterValue.Model"] = {
    "There is no such model.",
    "Set Model to a name from the product overview, such as hunyuan-turbos-latest, that suits the action.",
    "模型不存在。",
    "把 Model 改为产品概述中列出且适用于该接口的模型，例如 hunyuan-turbos-latest。",
  },
  ["InvalidParameter.ImageCountLimitExceededError"] = {
    "The messages contain too many images.",
    "Send fewer image_url contents in Messages; leave images of earlier turns out.",
    "图片数量超过限制。",
    "减少 Messages 中 image_url 的数量，可去掉历史轮次的图片。",
  },
  ["InvalidParameter.ImageProcessingFailureError"] = {
    "An image could not be processed.",
    "Check that the image opens, is in a common format such as JPEG or PNG, and is not too large.",
    "图片处理失败。",
    "确认图片能正常打开、为 JPEG、PNG 等常用格式且未过大。",
  },
  ["InvalidParameterValue.ImageRequestError"] = {
    "An image could not be fetched.",
    "Check that ImageUrl.Url can be read from the public network, or pass the image in Base64.",
    "请求图片失败。",
    "确认 ImageUrl.Url 可从公网访问，或以 Base64 传入图片。",
  },

  -- LKEAP: documents.
  ["InvalidParameter.FileURLInvalid"] = {
    "The link to the file is wrong.",
    "Check that FileUrl is complete, not expired and readable from the public network; a COS link is the surest.",
    "文件 URL 不正确。",
    "确认 FileUrl 完整、未过期且可从公网访问；建议使用 COS 链接。",
  },
  ["InvalidParameter.InvalidFileType"] = {
    "The file type is not valid.",
    "Set FileType to a type that the documentation of the action lists, such as PDF or DOCX.",
    "文件类型无效。",
    "把 FileType 设为接口文档列出的类型，例如 PDF、DOCX。",
  },
  ["InvalidParameter.InvalidFileFormat"] = {
    "The file format is not valid.",
    "Check that the file opens and really has the format that FileType names.",
    "文件格式无效。",
    "确认文件能正常打开，且实际格式与 FileType 一致。",
  },
  ["FailedOperation.NonsupportParse"] = {
    "This file cannot be parsed at present.",
    "Convert it into a format that the documentation lists, such as PDF, and set FileType to match.",
    "暂不支持解析该文件。",
    "转换为接口文档支持的格式（例如 PDF），并相应设置 FileType。",
  },
  ["FailedOperation.FileParseError"] = {
    "The document could not be parsed.",
    "Check that the file opens, is not encrypted and matches FileType, then create a new task for it.",
    "文档解析失败。",
    "确认文件能正常打开、未加密且与 FileType 一致，再重新创建任务。",
  },
  ["FailedOperation.FileParseTimeout"] = {
    "Parsing the document took too long.",
    "Try again with growing pauses; if it goes on, create a new task with fewer pages (FileEndPageNumber).",
    "文档解析超时。",
    "逐步延长间隔后重试；若仍超时，减少页数（FileEndPageNumber）后重新创建任务。",
  },
  ["FailedOperation.UploadResultFileFailed"] = {
    "The link to the file with the result could not be made.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "生成识别结果文件的访问链接失败。",
    "逐步延长间隔后重试；若持续出现，携带 RequestId 提交工单。",
  },
  ["LimitExceeded.ExceededMaxPagesError"] = {
    "The document has more pages than are allowed.",
    "Split the file, or choose the pages with FileStartPageNumber and FileEndPageNumber.",
    "文档页数超过限制。",
    "拆分文件，或用 FileStartPageNumber 和 FileEndPageNumber 指定页码范围。",
  },

  -- TTS: account and service.
  ["UnsupportedOperation.ServerNotOpen"] = {
    "Text To Speech is not activated for the account.",
    "Activate it in the TTS console.",
    "账号未开通语音合成服务。",
    "在语音合成控制台开通。",
  },
  ["UnsupportedOperation.ServerStopped"] = {
    "The service has been stopped for the account.",
    "See in the TTS console why it was stopped, and activate it again there.",
    "服务已停止使用。",
    "在语音合成控制台查看停用原因，并重新开通。",
  },
  ["UnsupportedOperation.ServerDestoryed"] = {
    "The service has been terminated for the account.",
    "Activate it anew in the TTS console.",
    "服务已销毁。",
    "在语音合成控制台重新开通。",
  },
  ["UnsupportedOperation.ServerAlreadyOpen"] = {
    "The service is activated already.",
    "Go on with it as it is; it need not be activated again.",
    "服务已开通。",
    "无需重复开通，直接使用即可。",
  },
  ["UnsupportedOperation.ForbiddenUse"] = {
    "The account is barred from the service.",
    "See in the TTS console what the account lacks, and open a ticket for the reason.",
    "服务禁止使用。",
    "在语音合成控制台查看账号状态，并提交工单了解原因。",
  },
  ["UnsupportedOperation.AuthorizationFailed"] = {
    "The caller could not be authenticated.",
    "Check the key pair and the signature; if both are right, check the caller's CAM policies for TTS.",
    "鉴权失败。",
    "检查密钥对和签名；若均正确，再检查调用者的语音合成 CAM 策略。",
  },
  ["UnsupportedOperation.AuthorizationExpired"] = {
    "The authentication has expired.",
    "Set the machine's clock, fetch new temporary credentials if you use them, sign afresh and send it once more.",
    "鉴权已过期。",
    "校准本机时间；如使用临时密钥则重新获取，然后重新签名并再次发送。",
  },
  ["UnsupportedOperation.NoBanlance"] = {
    "The account has no balance left.",
    "Top the account up in Billing Center, or buy a resource package in the TTS console.",
    "账号没有余额。",
    "到“费用中心”充值，或在语音合成控制台购买资源包。",
  },
  ["UnsupportedOperation.NoFreeAccount"] = {
    "The free resource package is used up.",
    "Buy a resource package or turn pay-as-you-go on in the TTS console.",
    "免费资源包已用尽。",
    "在语音合成控制台购买资源包或开通后付费。",
  },

  -- TTS: load.
  ["LimitExceeded.AccessLimit"] = {
    "The requests come faster than is allowed.",
    "Wait, then try again more slowly and with fewer requests at a time.",
    "请求超过频率限制。",
    "等待后以更低的频率和并发重试。",
  },
  ["InternalError.ExceedMaxLimit"] = {
    "The service limits requests because of its load.",
    "Wait, then try again more slowly.",
    "服务负载过高，请求被限流。",
    "等待后以更低的频率重试。",
  },
  ["InternalError.NoResource"] = {
    "The service has no free resources at the moment.",
    "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    "服务暂无可用资源。",
    "逐步延长间隔后重试；若持续出现，携带 RequestId 提交工单。",
  },

  -- TTS: the text.
  ["InvalidParameterValue.TextEmpty"] = {
    "The text is empty.",
    "Put the text to be spoken into Text.",
    "Text 为空。",
    "在 Text 中填写要合成的文本。",
  },
  ["InvalidParameterValue.TextNotUtf8"] = {
    "The text is not UTF-8.",
    "Encode Text in UTF-8 before the request is made.",
    "文本不是 UTF-8 编码。",
    "先把 Text 转换为 UTF-8 编码再发送。",
  },
  ["InvalidParameter.InvalidText"] = {
    "The text contains characters that are not allowed.",
    "Take control characters, emoji and other symbols that cannot be spoken out of Text.",
    "文本包含非法字符。",
    "从 Text 中去掉控制字符、表情等无法朗读的符号。",
  },
  ["InvalidParameterValue.InvalidText"] = {
    "The text contains characters that are not allowed, or nothing that can be spoken.",
    "Take symbols that cannot be spoken out of Text, and keep at least one word or character.",
    "文本包含非法字符，或没有可朗读的字符。",
    "从 Text 中去掉无法朗读的符号，并至少保留一个有效字符。",
  },
  ["InvalidParameterValue.ParticipleError"] = {
    "The text could not be divided into words.",
    "Simplify Text: take out unusual characters, add punctuation, and set PrimaryLanguage to the text's language.",
    "文本分词错误。",
    "简化 Text：去掉生僻符号、补充标点，并使 PrimaryLanguage 与文本语言一致。",
  },
  ["InvalidParameterValue.SSMLInvalid"] = {
    "The SSML tags in the text are not valid.",
    "Check the tags in Text against the SSML documentation: names, attributes and closing tags.",
    "SSML 标签不合法。",
    "对照 SSML 文档检查 Text 中的标签：名称、属性和闭合。",
  },
  ["InvalidParameterValue.TextSsmlParseError"] = {
    "The SSML in the text has a syntax error.",
    "Check the tags in Text against the SSML documentation: names, attributes and closing tags.",
    "Text 中的 SSML 存在语法错误。",
    "对照 SSML 文档检查 Text 中的标签：名称、属性和闭合。",
  },
  ["InvalidParameterValue.ErrorCardinalFormat"] = {
    "The number inside an SSML say-as tag (cardinal, currency or address) is not valid.",
    "Keep only digits, commas, points and blanks in the number part of such a tag.",
    "SSML say-as 标签（cardinal、currency 或 address）中的数字部分无效。",
    "数字部分只保留数字、英文逗号、小数点和空格。",
  },

  -- TTS: other parameters.
  ["InvalidParameterValue.MissParameters"] = {
    "A parameter is missing.",
    "Add the parameter that the message names; check the required ones in the documentation of the action.",
    "缺少参数。",
    "补上 Message 指出的参数，并对照接口文档检查必填参数。",
  },
  ["InvalidParameterValue.VoiceType"] = {
    "The VoiceType is not valid.",
    "Take VoiceType from the list of voices in the TTS documentation.",
    "VoiceType 不合法。",
    "从语音合成文档的音色列表中选择 VoiceType。",
  },
  ["InvalidParameterValue.PrimaryLanguage"] = {
    "The PrimaryLanguage is not valid.",
    "Set PrimaryLanguage to 1 (Chinese), 2 (English) or another value that the documentation lists.",
    "PrimaryLanguage 不合法。",
    "PrimaryLanguage 填 1（中文）、2（英文）或文档列出的其他取值。",
  },
  ["InvalidParameterValue.ModelType"] = {
    "The ModelType is not valid.",
    "Set ModelType to 1, the default model, or leave it out.",
    "ModelType 不合法。",
    "ModelType 填 1（默认模型），或不填。",
  },
  ["InvalidParameterValue.Speed"] = {
    "The Speed is not valid.",
    "Set Speed to a number between -2 and the action's maximum; 0 is the normal speed.",
    "Speed 不合法。",
    "Speed 的最小值为 -2，最大值以接口文档为准；0 为正常语速。",
  },
  ["InvalidParameterValue.Volume"] = {
    "The Volume is not valid.",
    "Set Volume to a number between -10 and 10; 0 is the normal volume.",
    "Volume 不合法。",
    "Volume 的范围为 -10～10，0 为正常音量。",
  },
  ["InvalidParameterValue.CallbackUrl"] = {
    "The callback address is not valid or cannot be reached.",
    "Check that CallbackUrl is a complete http or https URL that answers from the public network.",
    "CallbackUrl 不合法或无法访问。",
    "确认 CallbackUrl 是完整的 http 或 https 地址，且可从公网访问。",
  },
}
