-- Which actions only read: they change nothing, start nothing and cost nothing, so one may be sent again when nobody
-- knows whether it was executed. Reviewed by hand; in doubt an action counts as one that does more.

local actions = {}

-- A name that begins with one of these verbs reads. Two are the API's own slips of the pen.
local READING_VERBS = {
  "Describe", "Describle", "Decribe", "Get", "List", "Query", "Search", "Check", "Inquire", "Inquiry",
}

-- Reading actions whose verb does not say so.
local READING = {
  "ape.BatchDescribeOrderCertificate", "ape.BatchDescribeOrderImage", "asr.DownloadAsrVocab", "asr.VoicePrintCount",
  "asr.VoicePrintGroupList", "bmvpc.DownloadCustomerGatewayConfiguration", "bsca.MatchKBPURLList",
  "ckafka.FetchDatahubMessageByOffset", "ckafka.FetchLatestDatahubMessageList", "ckafka.FetchMessageByOffset",
  "ckafka.FetchMessageListByOffset", "ckafka.FetchMessageListByTimestamp", "cloudaudit.LookUpEvents",
  "cls.EstimateRebuildIndexTask", "cme.FlattenListMedia", "cpdp.DistributeAccreditQuery", "cpdp.DistributeQuery",
  "cpdp.DistributeQueryReceiver", "cpdp.MigrateOrderRefundQuery", "cpdp.ViewContract", "cpdp.ViewMerchant",
  "cpdp.ViewShop", "cwp.KeysLocalStorage", "cwp.RaspEventOverview", "essbasic.ChannelDescribeAccountBillDetail",
  "essbasic.ChannelDescribeBillUsageDetail", "essbasic.ChannelDescribeEmployees",
  "essbasic.ChannelDescribeFlowComponents", "essbasic.ChannelDescribeOrganizationSeals",
  "essbasic.ChannelDescribeRoles", "essbasic.ChannelDescribeSignFaceVideo",
  "essbasic.ChannelDescribeUserAutoSignStatus", "essbasic.ChannelGetTaskResultApi", "hunyuan.FilesList",
  "iot.AppGetDevice", "iot.AppGetDeviceData", "iot.AppGetDeviceStatuses", "iot.AppGetDevices", "iot.AppGetUser",
  "lcic.BatchDescribeDocument", "mrs.ImageMaskAsyncGetResult", "mrs.TurnPDFToObjectAsyncGetResult",
  "oceanus.FetchSqlGatewayStatementResult", "sms.CallbackStatusStatistics", "sms.PullSmsReplyStatusByPhoneNumber",
  "sms.PullSmsSendStatusByPhoneNumber", "sms.SendStatusStatistics", "sms.SmsPackagesStatistics",
  "ssl.DownloadCertificate", "tat.PreviewReplacedCommandContent", "tcb.PreviewPGUserMigrations",
  "tcr.ValidateNamespaceExistPersonal", "tcr.ValidateRepositoryExistPersonal", "teo.EdgeKVGet", "teo.EdgeKVList",
  "vpc.DownloadCustomerGatewayConfiguration", "vpc.DownloadVpnGatewaySslClientCert", "wedata.CountOpsInstanceState",
  "wedata.DagInstances", "wedata.DownloadLogByLine", "wedata.FindAllFolder", "wedata.JudgeResourceFile",
  "wedata.TaskLog",
}

-- Actions that do more than read, though their verb says otherwise.
local NOT_READING = {
  -- They issue a credential, a ticket or a number: a new one for each call, or a first one where there was none.
  "car.DescribeCosCredential", "cfw.DescribeOfflineExportTemporaryCredentials", "cloudapp.DescribeLicense",
  "csip.DescribeAIAnalysisRobotInfo", "csip.DescribeClusterInstallCommand", "csip.DescribeDspmAssetLoginCredential",
  "cvm.DescribeInstanceVncUrl", "cwp.DescribeAESKey", "cwp.DescribeAgentInstallCommand",
  "cwp.DescribeAgentInstallationToken", "cwp.DescribeDirectConnectInstallCommand",
  "dbdc.DescribeDBCustomClusterKubeconfig", "dlc.DescribeLakeFsTaskResult", "dlc.DescribeResultDownload",
  "drm.DescribeAllKeys", "drm.DescribeDRMLicense", "drm.DescribeKeys", "ecm.DescribeInstanceVncUrl",
  "es.DescribeSpaceKibanaTools", "faceid.GetActionSequence", "faceid.GetEidToken", "faceid.GetFaceIdToken",
  "faceid.GetFaceIdTokenIntl", "faceid.GetFaceidRiskInfoToken", "faceid.GetLiveCode", "faceid.GetNFCToken",
  "gaap.DescribeAuthSignature", "goosefs.DescribeClusterClientToken", "goosefs.DescribeClusterRoleToken",
  "gpm.DescribeToken", "gse.GetInstanceAccess", "iot.GetDeviceSignatures", "iotcloud.DescribeDeviceClientKey",
  "iotexplorer.GetWechatDeviceTicket", "kms.GetParametersForImport", "lcic.GetEditVersionToken",
  "lcic.GetPlaybackToken", "lighthouse.DescribeInstanceVncUrl", "lke.DescribeStorageCredential", "lke.GetWsToken",
  "monitor.DescribeExternalClusterRegisterCommand", "monitor.GetPrometheusAgentManagementCommand", "npp.GetVirtualNum",
  "ocr.GetOCRToken", "rum.DescribeReleaseFileSign", "rum.DescribeToken", "sqlserver.DescribeUploadBackupInfo",
  "sqlserver.DescribeUploadIncrementalInfo", "sts.GetFederationToken", "sts.GetSessionToken",
  "tcmpp.DescribeTempSecret4UploadFile2Cos", "tcsas.DescribeTempSecret4UploadFile2Cos",
  "tcss.DescribeAgentDaemonSetCmd", "tcss.DescribeAgentInstallCommand", "tione.DescribeTrainingTaskPodUrl",
  "tke.DescribeClusterCommonNames", "tke.DescribeClusterKubeconfig", "tke.DescribeExternalNodeScript",
  "tke.DescribeTKEEdgeExternalKubeconfig", "tke.DescribeTKEEdgeScript", "trp.DescribeTmpToken",
  "tsf.DescribeDownloadInfo", "tsw.DescribeAgentShell", "tsw.DescribeToken", "vcube.DescribeSTS", "vrs.GetTrainingText",
  "wedata.DescribeOfflineTaskToken", "wedata.GetCosToken", "weilingwith.DescribeEdgeApplicationToken",
  -- They reserve a place for an upload, and sign the way to it.
  "acp.DescribeFileTicket", "iotcloud.GetCOSURL", "iotexplorer.GetCOSURL", "tcb.DescribeCloudAppCosInfo",
  "tcb.DescribeCloudBaseBuildService", "tsf.DescribeUploadInfo", "weilingwith.DescribeFileUploadURL",
  -- They make a link to a page where its holder acts for somebody or tries out what is not released.
  "ess.DescribeContractDiffTaskWebUrl", "ess.DescribeContractReviewChecklistWebUrl",
  "ess.DescribeContractReviewChecklistsWebUrl", "ess.DescribeContractReviewTaskListWebUrl",
  "ess.DescribeContractReviewWebUrl", "ess.DescribeInformationExtractionWebUrl",
  "essbasic.DescribeChannelSealPolicyWorkflowUrl", "essbasic.GetDownloadFlowUrl",
  "partners.DescribeClientSwitchTraTaskInfo", "tcmpp.DescribeMNPPreview", "tcmpp.DescribeMNPVersionPreview",
  "tcsas.DescribeMNGPreview", "tcsas.DescribeMNPPreview",
  -- They open a live or a recorded stream, or license the playing of a work.
  "ame.DescribeCloudMusic", "ame.DescribeKTVMusicDetail", "ame.DescribeMusic",
  "iotexplorer.DescribeCloudStorageStreamData", "iotvideo.DescribeCloudStorageStreamData", "iotvideo.DescribeStream",
  "iotvideoindustry.DescribeChannelLiveStreamURL", "iotvideoindustry.DescribeChannelLocalRecordURL",
  "iotvideoindustry.DescribeChannelStreamURL", "iotvideoindustry.DescribeDeviceStreams",
  "iotvideoindustry.DescribeLiveStream", "iotvideoindustry.DescribeRecordStream", "iss.DescribeRecordPlaybackUrl",
  "live.DescribeCasterPlayUrl", "mdl.GetAbWatermarkPlayUrl", "weilingwith.DescribeVideoCloudRecord",
  "weilingwith.DescribeVideoLiveStream", "weilingwith.DescribeVideoRecordStream",
  "yinsuda.DescribeKTVMusicAccompanySegmentUrl", "yinsuda.DescribeKTVMusicAccompanySegmentUrlVip",
  -- They verify a person, a bank account, a ticket or a one-time code: each call is counted, and some use the code up.
  "captcha.DescribeCaptchaMiniResult", "captcha.DescribeCaptchaMiniRiskResult", "captcha.DescribeCaptchaRceResult",
  "captcha.DescribeCaptchaResult", "cpdp.CheckAcct", "cpdp.CheckAmount", "ds.CheckVcode",
  "ess.DescribeThirdPartyAuthCode", "essbasic.CheckBankCard2EVerification", "essbasic.CheckBankCard3EVerification",
  "essbasic.CheckBankCard4EVerification", "essbasic.CheckBankCardVerification", "essbasic.CheckFaceIdentify",
  "essbasic.CheckIdCardVerification", "essbasic.CheckMobileAndName", "essbasic.CheckMobileVerification",
  "essbasic.CheckVerifyCodeMatchFlowId", "faceid.CheckBankCardInformation", "faceid.CheckIdCardInformation",
  "faceid.CheckIdNameDate", "faceid.CheckPhoneAndName",
  -- They run a model or a risk engine, or are billed by the call for another reason.
  "aca.GetDrugIndications", "af.DescribeAntiFraud", "af.GetAntiFraud", "af.QueryAntiFraud", "afc.GetAntiFraudVip",
  "afc.QueryAntiFraudVip", "bri.DescribeBRI", "cii.DescribeQualityScore", "cii.DescribeReportClassify",
  "cpdp.QueryMaliciousRegistration", "csip.DescribeAIAnalysisRecommendQuestions", "es.GetMultiModalEmbedding",
  "es.GetTextEmbedding", "hunyuan.GetEmbedding", "iai.SearchFaces", "iai.SearchFacesReturnsByGroup",
  "iai.SearchPersons", "iai.SearchPersonsReturnsByGroup", "ig.GetLLMDiagnosisDrug", "ig.GetLLMDiagnosisDrugChat",
  "ig.GetLLMDiagnosisHealth", "ig.GetLLMReportInterpretation", "ig.QueryDrugInstructions", "irp.DescribeGoodsRecommend",
  "lkeap.GetEmbedding", "lkeap.QueryRewrite", "monitor.GetMonitorData", "mps.DescribeMediaMetaData",
  "ms.DescribeApkDetectionResult", "ms.DescribeUrlDetectionResult", "rce.DescribeRiskAssessment",
  "tds.DescribeFinanceFraudUltimate", "tds.DescribeFraudBase", "tds.DescribeFraudPremium", "tds.DescribeFraudUltimate",
  "tds.DescribeTrustedID", "tiia.SearchImage", "tkgdq.DescribeEntity", "tkgdq.DescribeRelation", "tkgdq.DescribeTriple",
  "vod.DescribeAigcFaceInfo", "vod.DescribeAigcFaceInfoAsync", "vod.SearchMediaBySemantics",
  "waf.DescribeLLMContentSecCheck", "waf.DescribeQClawContentSecCheck", "wimgs.SearchByText", "wsa.SearchPro",
  -- They start a task, an export, a validation or a trial, at least with one of their parameters.
  "bi.DescribeSourceFieldList", "billing.DescribeBillDownloadUrl", "cdwdoris.DescribeDatabaseAuditDownload",
  "cdwdoris.DescribeSlowQueryRecordsDownload", "cfw.CheckClusterNatFwPreAccess", "cfw.CheckClusterVpcFwPreAccess",
  "cls.SearchDashboardSubscribe", "cpdp.QueryFinancialDataUrl", "csip.CheckRisk", "cwp.DescribeExportMachines",
  "dnspod.DescribeDomainLogFilterFile", "dsgc.GetTrialVersion", "ess.DescribeOrganizationGroupOrganizations",
  "intlpartnersmgt.DescribeBillDownloadUrl", "intlpartnersmgt.DescribeCustomerBillDownloadUrl",
  "intlpartnersmgt.DescribeRebateDownloadUrl", "iss.DescribeVideoDownloadUrl", "mna.GetMonitorDataByName",
  "mna.GetStatisticData", "mna.GetStatisticDataByName", "privatedns.DescribeRequestData", "rum.DescribeRumLogExport",
  "rum.DescribeRumLogExportV2", "ssa.DescribeSocAlertList", "ssl.CheckCertificateDomainVerification",
  "tcss.CheckNetworkFirewallPolicyYaml", "tcss.DescribeAccessControlEventsExport",
  "tcss.DescribeAssetImageRegistryListExport", "tcss.DescribeAssetImageRegistryRiskListExport",
  "tcss.DescribeAssetImageRegistryVirusListExport", "tcss.DescribeAssetImageRegistryVulListExport",
  "tcss.DescribeAssetImageRiskListExport", "tcss.DescribeAssetImageVirusListExport",
  "tcss.DescribeAssetImageVulListExport", "tcss.DescribeReverseShellEventsExport",
  "tcss.DescribeRiskSyscallEventsExport", "tcss.DescribeSearchExportList", "tdai.DescribeReportUrl",
  "teo.CheckFreeCertificateVerification", "vod.DescribeFileAttributes", "wedata.DescribeInstanceLogFile",
  "wedata.DescribeTableContentPreview",
  -- They change something: they move money, write a log, take a lock, add a record, or run the command that they are
  -- given.
  "bh.SearchFileBySid", "cdwch.DescribeCkSqlApis", "cdwdoris.DescribeSqlApis", "cpdp.QueryMemberTransaction",
  "dasb.SearchFileBySid", "dlc.CheckLockMetaData", "tcb.GetProviders", "tiw.DescribeAPIService",
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
