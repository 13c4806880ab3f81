-- How single actions page, where their names do not say it: what the API's reference says of them. Reviewed by hand.

local paging_notes = {}

-- Each action is on one list. first: the number of the first page, nil where it is not said.
local NOTES = {
  { counts = nil, first = 0, actions = { -- a page's number that begins at 0
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
  } },
  { counts = "pages", first = 0, actions = { -- an Offset that is a page's number
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
  } },
  { counts = "pages", first = 1, actions = {
    "billing.DescribeVoucherInfo", "billing.DescribeVoucherUsageDetails", "tcr.DescribeImages",
  } },
  { counts = "pages", first = nil, actions = {
    "cfs.DescribeAutoSnapshotPolicies", "cfs.DescribeLifecycleDataTask", "cfw.DescribeNatFwInstancesInfo",
    "cfw.DescribeNatFwVpcDnsLst", "config.ListAlarmPolicy", "cpdp.QueryMerchantInfoForManagement",
    "emr.DescribeHBaseTableOverview", "emr.DescribeServiceNodeInfos", "emr.DescribeYarnApplications",
    "es.DescribeForceMergeTask", "ess.DescribeEnterpriseContractReviewChecklists", "igtm.DescribeAddressPoolList",
    "iotexplorer.GetAuthMiniProgramAppList", "iotexplorer.GetTWeTalkProductConfigList",
    "iotexplorer.GetTWeTalkProductConfigListV2", "mongodb.DescribeLogDownloadTasks", "postgres.DescribeDBXlogs",
    "rum.DescribeProjects", "sqlserver.DescribeCrossBackupStatistical", "sqlserver.DescribeHASwitchLog",
    "sqlserver.DescribePublishSubscribe", "ssa.DescribeCheckConfigAssetList", "ssa.DescribeComplianceAssetList",
    "tcr.DescribeNamespaces", "tcr.DescribeRepositories", "tcr.DescribeTagRetentionExecutionTask",
    "waf.DescribeBotSceneList", "waf.DescribeCCRule", "weilingwith.DescribeTenantDepartmentList",
    "weilingwith.DescribeTenantUserList", "weilingwith.DescribeWorkspaceUserList", "wss.DescribeCertList",
  } },
}

-- Codes that say of a page that it has no items, so of the first one after the last.
paging_notes.ends_with = {
  ["ResourceNotFound.NoDataOfDomain"] = true,
  ["ResourceNotFound.NoDataOfRecord"] = true,
}

local by_action = {}
for _, note in ipairs(NOTES) do
  for _, name in ipairs(note.actions) do
    assert(not by_action[name], name)
    by_action[name] = { counts = note.counts, first = note.first }
  end
end

---What is noted of an action, of all its versions.
---@param name string "tcr.DescribeImages"
---@return {counts: "pages"|nil, first: integer?}?
function paging_notes.of(name)
  return by_action[name]
end

---The actions of which something is noted.
---@return table<string, table>
function paging_notes.all()
  return by_action
end

return paging_notes
