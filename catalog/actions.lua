-- Which actions only read: they change nothing, start nothing and cost nothing, so one may be sent again when nobody
-- knows whether it was executed. Reviewed by hand; in doubt an action counts as one that does more.

local actions = {}

-- A name that begins with one of these verbs reads. Two are the API's own slips of the pen.
local READING_VERBS = {
  "Describe", "Describle", "Decribe", "Get", "List", "Query", "Search", "Check", "Inquire", "Inquiry",
}

-- Reading actions whose verb does not say so.
local READING = {
  "ame.BatchDescribeKTVMusicDetails", "ape.BatchDescribeOrderCertificate", "ape.BatchDescribeOrderImage",
  "ckafka.FetchDatahubMessageByOffset", "ckafka.FetchLatestDatahubMessageList", "ckafka.FetchMessageByOffset",
  "ckafka.FetchMessageListByOffset", "ckafka.FetchMessageListByTimestamp", "cloudaudit.LookUpEvents",
  "cls.EstimateRebuildIndexTask", "cls.PreviewKafkaRecharge", "cme.FlattenListMedia", "cpdp.DistributeAccreditQuery",
  "cpdp.DistributeQuery", "cpdp.DistributeQueryReceiver", "cpdp.MigrateOrderRefundQuery", "cpdp.ViewContract",
  "cpdp.ViewMerchant", "cpdp.ViewShop", "essbasic.ChannelDescribeAccountBillDetail",
  "essbasic.ChannelDescribeBillUsageDetail", "essbasic.ChannelDescribeEmployees",
  "essbasic.ChannelDescribeFlowComponents", "essbasic.ChannelDescribeOrganizationSeals",
  "essbasic.ChannelDescribeRoles", "essbasic.ChannelDescribeSignFaceVideo",
  "essbasic.ChannelDescribeUserAutoSignStatus", "essbasic.ChannelGetTaskResultApi", "hunyuan.FilesList",
  "iot.AppGetDevice", "iot.AppGetDeviceData", "iot.AppGetDeviceStatuses", "iot.AppGetDevices", "iot.AppGetUser",
  "lcic.BatchDescribeDocument", "lke.IsTransferIntent", "mrs.ImageMaskAsyncGetResult",
  "mrs.TurnPDFToObjectAsyncGetResult", "oceanus.FetchSqlGatewayStatementResult", "sms.CallbackStatusStatistics",
  "sms.PullSmsReplyStatusByPhoneNumber", "sms.PullSmsSendStatusByPhoneNumber", "sms.SendStatusStatistics",
  "sms.SmsPackagesStatistics", "ssl.DownloadCertificate", "tat.PreviewReplacedCommandContent",
  "tcr.ValidateNamespaceExistPersonal", "tcr.ValidateRepositoryExistPersonal", "teo.EdgeKVGet", "teo.EdgeKVList",
  "vpc.DownloadCustomerGatewayConfiguration", "vpc.DownloadVpnGatewaySslClientCert", "wedata.CountOpsInstanceState",
  "wedata.DagInstances", "wedata.DownloadLogByLine", "wedata.FindAllFolder", "yinsuda.BatchDescribeKTVMusicDetails",
}

-- Actions that do more than read, though their verb says otherwise.
local NOT_READING = {
  -- They issue a credential, a ticket or a number.
  "faceid.GetActionSequence", "faceid.GetEidToken", "faceid.GetFaceIdToken", "faceid.GetFaceidRiskInfoToken",
  "faceid.GetLiveCode", "faceid.GetNFCToken", "iotexplorer.GetWechatDeviceTicket",
  "kms.GetParametersForImport", "lcic.GetEditVersionToken", "lcic.GetPlaybackToken", "lke.GetWsToken",
  "npp.GetVirtualNum", "ocr.GetOCRToken", "sts.GetFederationToken", "sts.GetSessionToken", "wedata.GetCosToken",
  -- They verify a person, a bank account or a one-time code: each call is counted, and some use the code up.
  "cpdp.CheckAcct", "cpdp.CheckAmount", "ds.CheckVcode",
  "essbasic.CheckBankCard2EVerification", "essbasic.CheckBankCard3EVerification",
  "essbasic.CheckBankCard4EVerification", "essbasic.CheckBankCardVerification", "essbasic.CheckFaceIdentify",
  "essbasic.CheckIdCardVerification", "essbasic.CheckMobileAndName", "essbasic.CheckMobileVerification",
  "essbasic.CheckVerifyCodeMatchFlowId", "faceid.CheckBankCardInformation", "faceid.CheckIdCardInformation",
  "faceid.CheckIdNameDate", "faceid.CheckPhoneAndName",
  -- They run a model or a risk engine, billed by the call.
  "af.GetAntiFraud", "af.QueryAntiFraud", "afc.GetAntiFraudVip", "afc.QueryAntiFraudVip",
  "es.GetMultiModalEmbedding", "es.GetTextEmbedding", "hunyuan.GetEmbedding", "ig.GetLLMDiagnosisDrug",
  "ig.GetLLMDiagnosisDrugChat", "ig.GetLLMDiagnosisHealth", "ig.GetLLMReportInterpretation", "lkeap.GetEmbedding",
  "lkeap.QueryRewrite", "wsa.SearchPro",
  -- They start an export, a validation or a trial.
  "dsgc.GetTrialVersion", "rum.DescribeRumLogExport", "rum.DescribeRumLogExportV2",
  "ssl.CheckCertificateDomainVerification", "tcss.DescribeAccessControlEventsExport",
  "tcss.DescribeAssetImageRegistryListExport", "tcss.DescribeAssetImageRegistryRiskListExport",
  "tcss.DescribeAssetImageRegistryVirusListExport", "tcss.DescribeAssetImageRegistryVulListExport",
  "tcss.DescribeAssetImageRiskListExport", "tcss.DescribeAssetImageVirusListExport",
  "tcss.DescribeAssetImageVulListExport", "tcss.DescribeReverseShellEventsExport",
  "tcss.DescribeRiskSyscallEventsExport", "teo.CheckFreeCertificateVerification",
}

local exceptions = {}
for _, name in ipairs(READING) do exceptions[name] = true end
for _, name in ipairs(NOT_READING) do exceptions[name] = false end

---The reviewed exceptions to what the verbs say: "service.Action" -> does it only read?
---@type table<string, boolean>
actions.exceptions = exceptions

---Does the verb of this name say that the action only reads?
---@param name string
---@return boolean
function actions.has_reading_verb(name)
  for _, verb in ipairs(READING_VERBS) do
    if name:find("^" .. verb .. "[%u%d]") or name == verb then return true end
  end
  return false
end

---Does the action only read?
---@param service string
---@param name string
---@return boolean
function actions.reads(service, name)
  local exception = exceptions[service .. "." .. name]
  if exception ~= nil then return exception end
  return actions.has_reading_verb(name)
end

return actions
