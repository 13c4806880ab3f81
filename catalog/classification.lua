-- What each error code means for its caller: the categories, the rules for the words of details, and the codes that
-- were decided by hand. catalog/classify.lua applies it. See catalog/README.md.

local verdicts = require "catalog.verdicts"
local vocabulary = require "catalog.vocabulary"
local word_rules = require "catalog.word_rules"

local classification = {
  categories = {},
  class_of = {}, -- by category; "other" where it has none
  class_ids = { other = 0 }, -- the number of each class
  word_rules = {},
  decided = {}, -- { service = "cls" or nil, code =, kind =, retryable =, executed = }
}

-- What follows from a kind where nothing else is said.
local USUAL = {}
for _, kind in ipairs(vocabulary.kinds) do USUAL[kind.name] = kind end

local PASSES = { retryable = "backoff", executed = "no" }

local function entry(kind, verdict)
  verdict = verdict or USUAL[kind] or error("there is no kind " .. kind .. " in catalog/vocabulary.lua")
  return { kind = kind, retryable = verdict.retryable, executed = verdict.executed }
end

local function category(kind, names, verdict)
  for name in names:gmatch "%S+" do classification.categories[name] = entry(kind, verdict) end
end

-- Categories ------------------------------------------------------------------------------------------------------

classification.default = entry "failed"

category("auth", "AuthFailure")
category("permission", "UnauthorizedOperation OperationDenied IpInBlacklist IpNotInWhitelist InvalidPermission Cam Did")
category("throttle", "RequestLimitExceeded")
category("quota", [[LimitExceeded AddressQuotaLimitExceeded ImageQuotaLimitExceeded InstancesQuotaLimitExceeded
  InsufficientRefundQuota InsufficientSnapshotQuota LimitOperation OverQuota VpcLimitExceeded
  RequestSizeLimitExceeded]])
category("quota", "ResponseSizeLimitExceeded", { retryable = "no", executed = "maybe" })
category("parameter", [[InvalidParameter InvalidParameterValue MissingParameter UnknownParameter InvalidRequest
  InvalidFilter InvalidFilterValue InvalidParameterCombination InvalidParameterConflict InvalidParameterValueLimit
  InvalidParameterValueOffset InvalidParameterAtLeastOneAttribute AllowedOneAttributeInEnvIdAndComputeEnv
  InvalidAccountPassword InvalidClientToken InvalidHost InvalidHostId InvalidImageId InvalidImageName InvalidInstance
  InvalidInstanceId InvalidInstanceName InvalidInstanceType InvalidKeyPair InvalidKeyPairId InvalidKeyPairName
  InvalidKeyPairNameEmpty InvalidKeyPairNameIncludeIllegalChar InvalidKeyPairNameTooLong InvalidLaunchConfiguration
  InvalidLaunchConfigurationId InvalidPassword InvalidPeriod InvalidPid InvalidPrivateIpAddress InvalidPublicKey
  InvalidRegion InvalidRouteTableId InvalidSecurityGroupID InvalidSgId InvalidSnapshot InvalidVpcId
  InvalidVpnGatewayId InvalidZone InvalidAddressId InvalidDisk InvalidDiskId InvalidImageOsType InvalidImageOsVersion
  InvalidAutoSnapshotPolicyId InvalidAccountId InvalidNetworkInterfaceId InvalidProjectId InvalidRouteId
  InvalidSecurityGroupId InvalidSnapshotId InvalidAccountIs RegionError StructParseFailed VpcAddrNotInSubNet Authority
  Credential Cpt]])
category("not_found", "ResourceNotFound AccountNotExist InstanceNotExist")
category("conflict", [[ResourceInUse InvalidAccountStatus InvalidAddressState InvalidAddressIdState
  InvalidAddressIdStatus InvalidInstanceState InvalidInstanceStatus TradeDealConflict VpcIpIsUsed]])
category("conflict", "MutexOperation ResourceBusy", PASSES)
category("sold_out", "ResourceInsufficient ResourcesSoldOut")
category("unavailable", "ResourceUnavailable ServiceUnavailable", PASSES)
category("billing", "InvalidAccount")
category("unsupported", [[InvalidAction InterfaceNameNotFound NoSuchVersion NoSuchProduct UnsupportedOperation
  UnsupportedProtocol UnsupportedRegion ActionOffline RegionNotSupported RegionAbilityLimit EniNotAllowedChangeSubnet
  AccountQualificationRestrictions InvalidInstanceNotSupportedPrepaidInstance]])
category("dry_run", "DryRunOperation")
category("internal", [[InternalError InternalServerError SystemError UnknownError DBError DataBase CdbError
  CallCvmError VpcError FlowError HttpInvoker DidSdk]])
category("failed", "FailedOperation DidFailedOperation SecGroupActionFailure")
category("client", "ClientError", { retryable = "no", executed = "maybe" })

-- Words -----------------------------------------------------------------------------------------------------------

for position, class in ipairs(word_rules.classes) do
  classification.class_ids[class.name] = position
  for name in class.categories:gmatch "%S+" do classification.class_of[name] = class.name end
end

-- The classes that a rule names: "any" for all, "-request" for all but one.
local function read_classes(names)
  local set = {}
  if names == "any" or names:find "^%-" then
    for class in pairs(classification.class_ids) do set[class] = true end
  end
  for sign, class in names:gmatch "(%-?)([%w_]+)" do
    assert(classification.class_ids[class] or class == "any", "there is no class " .. class)
    if class ~= "any" then set[class] = sign == "" or nil end
  end
  return set
end

for position, rule in ipairs(word_rules) do
  local new = entry(rule.kind, rule.verdict)
  new.phrase, new.classes = rule.phrase, read_classes(rule.classes)
  classification.word_rules[position] = new
end

-- By hand ---------------------------------------------------------------------------------------------------------

for _, code in ipairs(vocabulary.client_codes) do
  local new = entry("client", { retryable = code.passes and "backoff" or "no", executed = "maybe" })
  new.code = "ClientError." .. code.name
  table.insert(classification.decided, new)
end

for _, decided in ipairs(verdicts.read()) do
  local new = entry(decided.kind, decided.retryable and decided)
  new.service, new.code = decided.service, decided.code
  table.insert(classification.decided, new)
end

return classification
