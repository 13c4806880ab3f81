-- What the API reference says of single actions that page otherwise than their fields' names say. Reviewed by hand.

local notes = {}

-- An Offset that is the number of a page, counted from 0, or from where it is not said. Practice may differ from the
-- reference: tc.pages goes by the second page.
local OFFSET_IS_PAGE = {
  [0] = {
    "billing.DescribeDealsByCond", "cfs.DescribeCfsFileSystemClients", "cfs.DescribeCfsFileSystems",
    "cfs.DescribeUserQuota", "emr.DescribeClusterNodes", "emr.DescribeInstances", "emr.DescribeInstancesList",
    "emr.DescribeSLInstanceList", "ess.DescribeBillUsageDetail", "ess.DescribeExtendedServiceAuthDetail",
    "ess.DescribeFileUrls", "ess.DescribeOrganizationSeals", "essbasic.ChannelDescribeBillUsageDetail",
    "essbasic.ChannelDescribeRoles", "essbasic.DescribeExtendedServiceAuthDetail", "essbasic.DescribeUsage",
    "mongodb.DescribeBackupDownloadTask", "postgres.DescribeDBBackups", "sqlserver.DescribeAccountPrivilegeByDB",
    "sqlserver.DescribeAccounts", "sqlserver.DescribeBackupFiles", "sqlserver.DescribeBackupMigration",
    "sqlserver.DescribeBackupStatistical", "sqlserver.DescribeBackups", "sqlserver.DescribeBusinessIntelligenceFile",
    "sqlserver.DescribeDBInstanceInter", "sqlserver.DescribeDBInstances", "sqlserver.DescribeDBPrivilegeByAccount",
    "sqlserver.DescribeDBs", "sqlserver.DescribeDatabases", "sqlserver.DescribeIncrementalMigration",
    "sqlserver.DescribeInstanceParamRecords", "sqlserver.DescribeMigrations", "sqlserver.DescribeSlowlogs",
    "sqlserver.DescribeXEvents", "waf.DescribeOwaspRuleTypes", "waf.DescribeOwaspRules",
  },
  unsaid = {
    "cfs.DescribeAutoSnapshotPolicies", "cfs.DescribeLifecycleDataTask", "cfw.DescribeNatFwInstancesInfo",
    "cfw.DescribeNatFwVpcDnsLst", "config.ListAlarmPolicy", "cpdp.QueryMerchantInfoForManagement",
    "emr.DescribeHBaseTableOverview", "emr.DescribeServiceNodeInfos", "emr.DescribeYarnApplications",
    "es.DescribeForceMergeTask", "ess.DescribeEnterpriseContractReviewChecklists", "igtm.DescribeAddressPoolList",
    "iotexplorer.GetAuthMiniProgramAppList", "iotexplorer.GetTWeTalkProductConfigList",
    "iotexplorer.GetTWeTalkProductConfigListV2", "mongodb.DescribeLogDownloadTasks", "postgres.DescribeDBXlogs",
    "rum.DescribeProjects", "sqlserver.DescribeCrossBackupStatistical", "sqlserver.DescribeHASwitchLog",
    "sqlserver.DescribePublishSubscribe", "ssa.DescribeCheckConfigAssetList", "ssa.DescribeComplianceAssetList",
    "tcr.DescribeNamespaces", "tcr.DescribeRepositories", "tcr.DescribeTagRetentionExecutionTask",
    "waf.DescribeAutoDenyIP", "waf.DescribeBotSceneList", "waf.DescribeBotSceneUCBRule", "waf.DescribeCCRule",
    "waf.DescribeIpHitItems", "weilingwith.DescribeTenantDepartmentList",
    "weilingwith.DescribeTenantUserList", "weilingwith.DescribeWorkspaceUserList", "wss.DescribeCertList",
  },
}

-- The same, counted from 1.
local OFFSET_IS_PAGE_FROM_1 = {
  "billing.DescribeVoucherInfo", "billing.DescribeVoucherUsageDetails", "tcr.DescribeImages",
}

-- Pages counted from 0.
local PAGES_FROM_0 = {
  "adp.DescribeAccountList", "adp.DescribeAppSummaryList", "adp.DescribeConcurrencyLimitDetailList",
  "adp.DescribeConsumptionDetailList", "adp.DescribeModelList", "adp.DescribeMsgRecordList",
  "adp.DescribePluginSummaryList", "adp.DescribeReleaseList", "adp.DescribeSkillSummaryList",
  "adp.DescribeUsageDetailList", "adp.DescribeUsageSummaryList", "adp.DescribeVariableList",
  "bi.DescribeAuthApiKeyList", "bsca.SearchKBComponent", "ccc.DescribeAIAgentInfoList",
  "ccc.DescribeActiveCarrierPrivilegeNumber", "ccc.DescribeCarrierPrivilegeNumberApplicants",
  "ccc.DescribeCompanyList", "ccc.DescribeExtensions", "ccc.DescribeFlashSMSList", "ccc.DescribeIvrAudioList",
  "ccc.DescribeNumbers", "ccc.DescribePredictiveDialingCampaigns", "ccc.DescribePredictiveDialingSessions",
  "ccc.DescribeProtectedTelCdr", "ccc.DescribeSkillGroupInfoList", "ccc.DescribeStaffInfoList",
  "gme.DescribeApplicationList", "ssa.DescribeSocCheckItemList", "ssa.DescribeSocCheckResultList",
  "trtc.DescribeCallDetailInfo", "trtc.DescribeRoomInfo", "trtc.DescribeUserInfo", "vcube.DescribeLicenseList",
  "vcube.DescribeNews", "vcube.DescribeXMagicResource", "vcube.DescribeXMagicResourceList",
}

local by_action = {}
for _, name in ipairs(OFFSET_IS_PAGE[0]) do by_action[name] = { counts = "unsure", first = 0 } end
for _, name in ipairs(OFFSET_IS_PAGE.unsaid) do by_action[name] = { counts = "unsure" } end
for _, name in ipairs(OFFSET_IS_PAGE_FROM_1) do by_action[name] = { counts = "unsure", first = 1 } end
for _, name in ipairs(PAGES_FROM_0) do by_action[name] = { first = 0 } end

---What is known of the action, by "service.Action".
---@type table<string, {counts: "unsure"|nil, first: integer?}>
notes.by_action = by_action

-- Codes that mean "there is no such page, for the list ended before": dnspod's actions fail with them where others give
-- an empty list.
local NO_MORE = {
  "ResourceNotFound.NoDataOfDomain", "ResourceNotFound.NoDataOfDomainAlias", "ResourceNotFound.NoDataOfGift",
  "ResourceNotFound.NoDataOfRecord",
}

---@type table<string, boolean>
notes.no_more = {}
for _, code in ipairs(NO_MORE) do notes.no_more[code] = true end

return notes
