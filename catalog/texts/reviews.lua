-- Texts of codes whose name or kind speaks of a permission that no CAM policy gives: a review that is open or has
-- failed, a proof of ownership, a filing, a block. Code = { description, advice, Chinese description, Chinese advice }.
local PROVE_OWNERSHIP = "Set the TXT record that the service names, or put its file on the site; then verify again."
local PROVE_OWNERSHIP_ZH = "按服务给出的内容在域名解析中添加 TXT 记录，或在站点上放置验证文件，然后重新验证。"
local FILE_ICP = "Complete the domain's ICP filing, or use the service only outside the Chinese mainland."
local FILE_ICP_ZH = "先完成域名的 ICP 备案；或仅在中国大陆以外使用该服务。"
local ASK_WHO_OWNS = "Check that the domain is spelled right. If it is yours, prove that you own it, or open a ticket."
local ASK_WHO_OWNS_ZH = "确认域名无误；若域名确属您所有，请验证归属权或提交工单。"
local LOOK_AT_PRODUCT = "Create the device under a product whose type fits it."
local LOOK_AT_PRODUCT_ZH = "在与设备类型相符的产品下创建设备。"
local ASK_APPROVER = "Have the person responsible approve the operation in the console, then call again."
local ASK_APPROVER_ZH = "请审批人在控制台批准该操作，然后重新调用。"

return {
  -- Reviews.
  ["FailedOperation.FuseMaterialNotAuth"] = {
    "The material has not passed its review.",
    "Wait until the material is reviewed: the console of face fusion shows its state. Or use one that has passed.",
    "素材未通过审核。",
    "等待素材审核通过，审核状态见人脸融合控制台；或换用已通过审核的素材。",
  },
  ["FailedOperation.RealNameInApproval"] = {
    "The real-name verification is still being reviewed.",
    "Wait for the result of the review, then call again.",
    "实名认证正在审核中。",
    "等待审核结果，通过后重新调用。",
  },
  ["FailedOperation.RealNameReject"] = {
    "The real-name verification was rejected.",
    "Correct what the review found wrong, and submit the verification again.",
    "实名认证未通过审核。",
    "按审核意见修改资料后，重新提交实名认证。",
  },
  ["OperationDenied.UserNoAudit"] = {
    "The user's application to join the company is still being reviewed.",
    "Have an administrator of the company accept the application, then call again.",
    "该用户加入企业的申请正在审核中。",
    "请企业管理员通过该申请，然后重新调用。",
  },
  ["InvalidParameterValue.MemberApprovalApplicationRejected"] = {
    "The approval request for this operation was rejected.",
    "Ask the approver for the reason, then apply again and give the new request.",
    "该操作的审批单已被拒绝。",
    "向审批人了解原因，重新发起审批后使用新的审批单。",
  },
  ["UnsupportedOperation.CcnInstanceAccountNotApprovedByUnicom"] = {
    "China Unicom has not approved the account that the CCN instance belongs to.",
    "Finish the approval by China Unicom for that account, then call again.",
    "CCN 实例所属账号未通过联通审批。",
    "先完成该账号的联通审批，再重新调用。",
  },
  ["FailedOperation.NeedApproval"] = {
    "The operation has to be approved first.", ASK_APPROVER, "该操作需要先经过审批。", ASK_APPROVER_ZH,
  },
  ["UnauthorizedOperation.NeedApproval"] = {
    "The operation has to be approved first.", ASK_APPROVER, "该操作需要先经过审批。", ASK_APPROVER_ZH,
  },

  -- Domains: whose they are, and whether they are filed.
  ["UnauthorizedOperation.CdnHostIsOwnedByOther"] = {
    "The domain belongs to another account.", ASK_WHO_OWNS, "该域名属于其他账号。", ASK_WHO_OWNS_ZH,
  },
  ["UnauthorizedOperation.EcdnHostIsOwnedByOther"] = {
    "The domain belongs to another account.", ASK_WHO_OWNS, "该域名属于其他账号。", ASK_WHO_OWNS_ZH,
  },
  ["UnauthorizedOperation.CdnHostIsUsedByOther"] = {
    "Another account has added the domain already.", ASK_WHO_OWNS, "该域名已被其他账号接入。", ASK_WHO_OWNS_ZH,
  },
  ["UnauthorizedOperation.CdnHostIsToApplyHost"] = {
    "The domain can be added only on application.",
    "Open a ticket that asks for the domain to be added.",
    "该域名需要申请后才能接入。",
    "提交工单申请接入该域名。",
  },
  ["UnauthorizedOperation.CdnDomainRecordNotVerified"] = {
    "The ownership of the domain has not been verified.", PROVE_OWNERSHIP, "域名归属权尚未验证。", PROVE_OWNERSHIP_ZH,
  },
  ["UnauthorizedOperation.CdnTxtRecordValueNotMatch"] = {
    "The TXT record of the domain does not have the expected value.",
    "Correct the TXT record, wait until the DNS shows it, then verify again.",
    "域名的 TXT 记录值与要求不一致。",
    "修改 TXT 记录，待解析生效后重新验证。",
  },
  ["FailedOperation.DomainNeedVerifyOwner"] = {
    "The ownership of the domain has not been verified.", PROVE_OWNERSHIP, "域名归属权尚未验证。", PROVE_OWNERSHIP_ZH,
  },
  ["OperationDenied.OwnershipVerificationNotPassed"] = {
    "The ownership of the site has not been verified.", PROVE_OWNERSHIP, "站点归属权未通过验证。", PROVE_OWNERSHIP_ZH,
  },
  ["InvalidParameterValue.OwnershipVerificationNotPassed"] = {
    "The ownership of the site has not been verified.", PROVE_OWNERSHIP, "站点归属权未通过验证。", PROVE_OWNERSHIP_ZH,
  },
  ["OperationDenied.DomainNoICP"] = {
    "The domain has no ICP filing.", FILE_ICP, "域名未备案。", FILE_ICP_ZH,
  },
  ["InvalidParameterValue.DomainNotRegister"] = {
    "The domain has no ICP filing.", FILE_ICP, "域名未备案。", FILE_ICP_ZH,
  },

  -- Blocks.
  ["UnauthorizedOperation.CdnHostInIcpBlacklist"] = {
    "The domain is blocked, because its content may break the law.",
    "Use another domain; if the block is wrong, open a ticket.",
    "该域名因涉嫌违法违规而被禁止接入。",
    "换用其他域名；若有异议，请提交工单。",
  },
  ["OperationDenied.CdnHostHasDDosRisk"] = {
    "The domain cannot be added now, because it suffered a large DDoS attack.",
    "Use another domain, or open a ticket and ask when this one can be added.",
    "该域名曾遭受大规模 DDoS 攻击，当前无法接入。",
    "换用其他域名，或提交工单了解何时可以接入。",
  },
  ["FailedOperation.MediaForbidedBySystem"] = {
    "The system has blocked this media file.",
    "Use another file; if the block is wrong, open a ticket.",
    "该媒体文件已被系统封禁。",
    "换用其他文件；若有异议，请提交工单。",
  },

  -- Mail.
  ["OperationDenied.DomainNotVerified"] = {
    "The domain has not passed its verification.",
    "Set the DNS records that the console shows for the domain, and verify it there.",
    "域名未通过验证。",
    "按控制台的提示设置该域名的解析记录并完成验证。",
  },
  ["FailedOperation.NotAuthenticatedSender"] = {
    "The sender has not been verified.",
    "Verify the domain of the sender, and add the sender's address, in the console of the mail service.",
    "发信人未经过认证。",
    "在邮件推送控制台验证发信域名，并添加发信地址。",
  },
  ["FailedOperation.HighRejectionRate"] = {
    "Sending is blocked for a while, because too many mails were rejected.",
    "Take addresses that reject mail off the list, and wait until the block ends.",
    "拒信率过高，发信被暂时限制。",
    "清理拒收的收件地址，等待限制解除。",
  },
  ["FailedOperation.URLForbidden"] = {
    "Mails of this sender may not contain links, because too few of them are delivered.",
    "Take the links out of the mail, and raise the delivery rate first.",
    "送达率过低，邮件中不能包含网页链接。",
    "去掉邮件中的链接，先提高送达率。",
  },
  ["FailedOperation.WithOutPermission"] = {
    "This account may send mails only from a template.",
    "Send with the id of an approved template instead of a text of your own.",
    "该账号只能使用模板发送邮件。",
    "改用已通过审核的模板 ID 发送，不要自定义正文。",
  },

  -- Secrets and devices.
  ["OperationDenied.AutoRotatedResource"] = {
    "A secret that rotates by itself cannot be changed by hand.",
    "Let the rotation change it; UpdateRotationStatus sets how often, or turns it off.",
    "自动轮换的凭据不能手动修改。",
    "由轮换任务更新；可用 UpdateRotationStatus 调整轮换频率或关闭轮换。",
  },
  ["UnauthorizedOperation.ProductCantHaveLoRaDevice"] = {
    "A product of this type can have no LoRa devices.", LOOK_AT_PRODUCT, "该产品类型不能创建 LoRa 设备。", LOOK_AT_PRODUCT_ZH,
  },
  ["UnauthorizedOperation.ProductCantHaveNormalDevice"] = {
    "An NB-IoT product can have no ordinary devices.", LOOK_AT_PRODUCT, "NB-IoT 产品不能创建普通设备。", LOOK_AT_PRODUCT_ZH,
  },
  ["UnauthorizedOperation.ProductCantHaveNotLoRaDevice"] = {
    "A product of this type can have LoRa devices only.", LOOK_AT_PRODUCT, "该产品类型只能创建 LoRa 设备。", LOOK_AT_PRODUCT_ZH,
  },
}
