-- What each error code means for its caller: the kinds, the categories, the word rules, and the codes they get wrong.
-- catalog/classify.lua applies it: an exception wins, then the first rule, then the category. See catalog/README.md.

local classification = {
  kinds = {
    "auth", "permission", "throttle", "quota", "parameter", "not_found", "conflict", "sold_out", "unavailable",
    "billing", "unsupported", "timeout", "dry_run", "internal", "failed", "client",
  },
  categories = {},
  rules = {},
  exceptions = {},
}

-- What follows from a kind where nothing else is said: is another try worth it, and may the request have done something?
local USUAL = {
  throttle = { retryable = "throttle", executed = "no" },
  timeout = { retryable = "backoff", executed = "maybe" },
  internal = { retryable = "backoff", executed = "maybe" },
  failed = { retryable = "no", executed = "maybe" },
}
local HOPELESS = { retryable = "no", executed = "no" }
local PASSES = { retryable = "backoff", executed = "no" }
local BUSY = { retryable = "backoff", executed = "maybe" }
local REFRESH = { retryable = "refresh", executed = "no" }
local LOST = { retryable = "backoff", executed = "maybe" }

local function entry(kind, verdict)
  verdict = verdict or USUAL[kind] or HOPELESS
  return { kind = kind, retryable = verdict.retryable, executed = verdict.executed }
end

local function category(kind, names, verdict)
  for name in names:gmatch "%S+" do classification.categories[name] = entry(kind, verdict) end
end

-- Rules for details: one for each word, in this order. `categories` is nil for all of them. The word "*" stands for any.
local function rule(kind, categories, words, verdict)
  for word in words:gmatch "%S+" do
    local new = entry(kind, verdict)
    new.category, new.word = categories, word == "*" and "" or word
    table.insert(classification.rules, new)
  end
end

-- Single codes: "Code", or "service:Code" where only that service means it so.
local function exception(kind, codes, verdict)
  for name in codes:gmatch "%S+" do
    local new = entry(kind, verdict)
    new.service, new.code = name:match "^(.-):(.+)$"
    new.code = new.code or name
    table.insert(classification.exceptions, new)
  end
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
  InvalidAccountPassword InvalidClientToken InvalidHost InvalidHostId InvalidImageId InvalidImageName
  InvalidInstance InvalidInstanceId InvalidInstanceName InvalidInstanceType InvalidKeyPair InvalidKeyPairId
  InvalidKeyPairName InvalidKeyPairNameEmpty InvalidKeyPairNameIncludeIllegalChar InvalidKeyPairNameTooLong
  InvalidLaunchConfiguration InvalidLaunchConfigurationId InvalidPassword InvalidPeriod InvalidPid
  InvalidPrivateIpAddress InvalidPublicKey InvalidRegion InvalidRouteTableId InvalidSecurityGroupID InvalidSgId
  InvalidSnapshot InvalidVpcId InvalidVpnGatewayId InvalidZone InvalidAddressId InvalidDisk InvalidDiskId
  InvalidImageOsType InvalidImageOsVersion InvalidAutoSnapshotPolicyId InvalidAccountId InvalidNetworkInterfaceId
  InvalidProjectId InvalidRouteId InvalidSecurityGroupId InvalidSnapshotId InvalidAccountIs RegionError
  StructParseFailed VpcAddrNotInSubNet Authority Credential Cpt]])
category("not_found", "ResourceNotFound AccountNotExist InstanceNotExist")
category("conflict", [[ResourceInUse InvalidAccountStatus InvalidAddressState InvalidAddressIdState
  InvalidAddressIdStatus InvalidInstanceState InvalidInstanceStatus TradeDealConflict VpcIpIsUsed]])
category("conflict", "MutexOperation ResourceBusy", PASSES)
category("sold_out", "ResourceInsufficient ResourcesSoldOut")
category("unavailable", "ResourceUnavailable ServiceUnavailable", PASSES)
category("billing", "InvalidAccount")
category("unsupported", [[InvalidAction InterfaceNameNotFound NoSuchVersion NoSuchProduct UnsupportedOperation UnsupportedProtocol UnsupportedRegion ActionOffline RegionNotSupported
  RegionAbilityLimit EniNotAllowedChangeSubnet AccountQualificationRestrictions
  InvalidInstanceNotSupportedPrepaidInstance]])
category("dry_run", "DryRunOperation")
category("internal", [[InternalError InternalServerError SystemError UnknownError DBError DataBase CdbError
  CallCvmError VpcError FlowError HttpInvoker DidSdk]])
category("failed", "FailedOperation DidFailedOperation SecGroupActionFailure")
category("client", "ClientError", { retryable = "no", executed = "maybe" })

-- Rules -----------------------------------------------------------------------------------------------------------
-- The first rule that fits wins, so the surer word stands first. In REQUEST, words such as Limit, Timeout or Status are
-- often the names of parameters; there only longer words decide.

local REQUEST = { "InvalidParameter", "InvalidParameterValue" }
local ACTION = { "FailedOperation", "OperationDenied" }
local DEED = { "FailedOperation", "UnsupportedOperation", "OperationDenied", "ResourceUnavailable", "InternalError" }
local STATE = { "FailedOperation", "UnsupportedOperation", "OperationDenied", "ResourceUnavailable", "LimitExceeded" }
local OURS = { "FailedOperation", "OperationDenied", "UnsupportedOperation", "ResourceNotFound", "ResourceUnavailable",
  "ResourceInUse", "UnauthorizedOperation" }

-- Categories whose details say which, not what.
rule("parameter", { "MissingParameter", "UnknownParameter" }, "*")
rule("throttle", { "RequestLimitExceeded" }, "*")
rule("dry_run", { "DryRunOperation" }, "*")

-- Too fast.
rule("unsupported", REQUEST, "NotSupportHostOriginPull")
rule("conflict", nil, "RateLimitRule")
rule("throttle", nil, [[QpsLimit RateLimitExceed RateLimited RateLimit$ TrafficLimit$ Throttl TooOften TooFrequent
  TooQuickly SlowDown FreqLimit FreqCtrl FreqCnt FreqOverLimit FrequencyLimit OverFrequency FrequentRequest
  FrequencyCheck RestrictedFrequency RestrictedConcurrency ConcurrencyLimit ConcurrencyOverflow ConcurrentDownloads
  RequestLimitExceed RequestLimit$ TooManyRequests$ ReqLimit RequestBacklog SecondLimit$ HourLimit$ ^TooFast]])

-- Arrears, balance, isolated and destroyed accounts.
rule("conflict", nil, "NotIsolated PrePaidInstanceUnableToIsolate IsolateNotAllowed")
rule("failed", DEED, "IsolateInstance IsolateResourcesFailed IsolateConsumer")
rule("quota", nil, "IsolateResourcesLimit")
rule("billing", nil, [[Arrear ErrOwed ResourceOverdue InsufficientBalance BalanceInsufficient BalanceNotEnough
  BalanceLess NoBalance LowBalance NoBanlance BanlanceNotEnough AccountBalance BlockBalance NotEnoughMoney NoEnoughFund
  InsufficientFund FundInsufficient AccountInsufficient AccountNotEnough InsufficientAccount Isolat AccountDestroy
  ServerDestoryed Unpaid ChargeStatus NotPurchased NoPurchased PackageRunOut PackExhausted PkgExhausted FreeQuotaExhausted
  UserHasNoAmount NoFreeAmount NoFreeAccount StopUsing AccountSuspend UserIsSuspended ServiceSuspend UserFeeNegative
  OutOfCredit AccountFrozen UserIsFreeze ResourceFrozen ServiceExpired ResourceExpired$ PackageExpired PlanHasBeenExpired
  LicenseHasExpired InstanceExpired CorpExpired AgentExpired UserExpired PrePaidResourceExpire FinancialStatus
  MidasBalance ^Balance PayDeadline]])

-- Who you are.
rule("auth", nil, "SignatureExpire ExpiredSignature TimestampExpired RequestOutdated", REFRESH)
rule("auth", nil, [[TokenFailure ^TokenExpired ExpiredAccessToken InvalidAccessToken CredentialExpired
  ^InvalidToken$ ^TokenInvalid$ ^InvalidAuthToken$ AuthorizationExpired MFAExpired ^Expired$]], REFRESH)
rule("permission", { "AuthFailure" }, [[Unauthorized UnAuth NoPermission NotEnterprise CamAuthError CAMNotAuthorized
  Forbidden SubAccountDenied RealName WhiteList AuthorizedOperationDeny CheckResource CheckCam AccessCAM GetRole RoleName
  ApiAuthorizationNotFound ]])
rule("unsupported", { "AuthFailure" }, "Unsupported")
rule("auth", { "AuthFailure" }, "*")
rule("auth", nil, [[InvalidSecretId SecretIdOr SecretIdNot SecretKeyNot InvalidSignature SignatureFailure SigVerification
  SigAndAuth InvalidAuthentication$ MFAToken CheckMFA LoginToken LoginFailed NeedLogin NoLogin NoSession WrongPassword
  PasswordFailure AuthenticationFailed AuthenticateUserFailed InvalidCredential AuthCodeInvalid WebIdentityToken]])
rule("permission", { "UnauthorizedOperation" }, "*")

-- Exhausted by the cloud.
rule("permission", { "ResourcesSoldOut" }, "Unauthorized")
rule("sold_out", nil, [[SoldOut SaleOut SellOut OutOfStock InventoryShortage NoEnoughResource NotEnoughResource
  ResourceNotEnough LackOfResource LackBandwidth InsufficientResource InsufficientOffering AvaliableResouce
  GroupInsufficient ResourceInsufficient NotOnSale StockCheck NoHaveStock]])

-- What a request gets wrong in itself.
rule("parameter", REQUEST, [[Coexist TooLong TooShort TooBig TooLarge TooSmall LengthExceed LengthLimit LengthOver LengthOut
  LenLimit LenExceed LengthLegnth SizeExceed RangeExceed ExceedsRange OutOfRange OutRange LengthError OutOfTime
  SizeTooSmall Oversize OverSize ExceedLength NameLimitExceed ConflictParameter ParameterConflict InvalidParameterConflict
  TimeSpanExceed ParameterValueLimit$ InvalidParameterValueLimit ImageSize OffsetExceed PageSizeExceed PageLimitExceed
  PeriodExceed RepeatType RepeatedExecutionTime]])

-- State words that end in "NotSupport" and the like.
rule("conflict", nil, [[StatusNotSupport StateNotSupport StatusNotPermit StatusNotAllow StateNotAllow StatusNotMatch
  CurStateInvalid StatusNotIn StatusUnstable]])
rule("unsupported", nil, [[NotSupport Unsupport UnSupport NoSupport NonSupport NOT_SUPPORT NotOnlySupport OnlySupport
  ActionNotApplicable DoesNotSell NotAvailableInRegion]])

-- Whether it exists.
rule("not_found", nil, [[NotExist NotFound NotFount NotFund NotFind NonExist UnExist NoExist NoFound NotExit NotExsit
  DoesNotExist NoSuch CannotFind CanNotFind AlreadyDeleted BeenDeleted FileDeleted TaskDeleted InstanceDeleted]])

-- What you may do.
rule("permission", nil, [[PermissionDen NoPermission NotPermission NoPrivilege PrivilegeError CamNoAuth CamAuthFail CamDenied
  NoCAMAuth CAMAuthorizedFail Unauthorized UnAuth NoAuth NotAuth AccessDen AccessDeny Forbidden RBACForbid IllegalRole
  NotInWhite NotWhite NoWhitelist WhiteListNotAdd WhiteListForbid WhiteListFunction WhiteListNotOpen WhitelistFunc
  Blacklist BlackList UserHasNoStrategy AuthNoStrategy NotBelongTo NotResourceOwner NotDomainOwner NotOwner NotOrderOwner
  OwnerAllowedOnly WithOutPermission NoRealName RealName NotEnterprise NoIdentityVerify NotConfirmProtocol
  InvalidVodUser InvalidMpsUser PrivilegesUnsupported ACLFailed NotMasterAccount ProhibitSubAccount AuthorizeError
  CamAuth NoRoleAuth RoleNoAuth StsUnAuth PermissionError NotPermit]])
rule("permission", ACTION, "AuthFail AuthError NoRole$ CamSig UserUnAuth")

-- States that pass by themselves.
rule("unavailable", DEED, [[ServerBusy SystemBusy ServiceIsBusy ServiceBusy ServerOverload OverLoad TemporaryError
  TemporarilyUnavail TemporaryUnavail TryLater OperateLater NeedRetry]], BUSY)
rule("unavailable", DEED, "NotReady Delivering SegmentLoading SystemUpgrade Initialization", PASSES)
rule("unavailable", REQUEST, "ServiceIsBusy AgentBusy", PASSES)
rule("conflict", DEED, [[InProgress InProcess InProccess Operating$ InOperating InOperation$ TaskRunning ProcessRunning
  OperationIsRunning IsRunning$ Busy Creating$ IsCreating Processing Deploying Updating$ IsUpdating Upgrading$ Migrating
  IsDoing RegisterDoing PriceDoing Unfinished NotFinished NotComplete TaskHandling TaskRetrying InTransition InCloning
  LockFail LockError LockTimeout LockInstanceError LockedTemporary Rebooting Starting$ Stopping$ Terminating
  StatePending Recovering HeteroScalingExecuting AlreadyScanning IsBusy TaskIsRunning InDeletedState UninstallStage]],
  PASSES)
rule("conflict", { "ResourceInUse", "ResourceInsufficient", "LimitExceeded" }, [[InProgress InProcess TaskRunning Busy
  Creating Processing Deploying Deleting UnDone Migrating Rollbacking Executing ProductionIsRunning]], PASSES)
rule("conflict", REQUEST, "InProgress InstanceInProcess TaskNotFinished TaskNotCompleted IsModifyingD", PASSES)

-- Too many, too much.
rule("quota", nil, [[QuotaLimit QuotaExceed OverQuota QuotaOver OutOfQuota QuotaNotEnough NoQuota InsufficientQuota
  QuotaInsufficient QuotaRunOut QuotasExceed QuotaMax LimitExceed ExceedLimit ExceedsLimit ExceededLimit OverLimit
  OverUpperLimit UpperLimit OutOfLimit OutLimit BeyondLimit ReachLimit ReachMax ReachedLimit MaxLimit MaxNum MaximumLimit
  ReachMaximum NumExceed CountExceed NumberExceed TooMany TooMuch OverNum OverCount ExceedMax ExceedUpper]])
rule("quota", DEED, "Exceed Quota NumLimit CountLimit LimitNum NumberLimit PolicyFull PolicyVersionFull QueueFull GroupFull")
rule("quota", REQUEST, [[CountLimit NumberLimit NumLimit NumMax QuotaLimit QuotaUser QuotaCap QuotaFile OutOfNumber Exceed$
  ExceedError MoreThan Overflow GroupFull UserFull RoleFull AttachmentFull TooMuch]])

-- Their fault, and no answer in time.
rule("timeout", { "FailedOperation", "InternalError", "UnsupportedOperation", "ResourceUnavailable", "ResourceNotFound",
  "LimitExceeded", "ResourceInsufficient" }, "Timeout TimedOut")
rule("timeout", REQUEST, "RequestTimeout pkgTimeout")
rule("internal", OURS, [[InternalError InternalOperation InternalServ InnerError InnerCommon InnerInterrupt InnerLogic
  SystemError SystemException ServerError DBError DBException DBOperation DBQuery DBUpdate DBUpsert DBConfig DBConnection
  DbError DbClient DbOption DbQuery DbRecord DbTransaction DbOperation Database ^Db$ RpcFail RPCService RPCCall
  ServiceError ServiceAccessError BackendError BackendInterface UnexpectedError UnhandledException InfrastructureError
  ComponentClient CallOtherSvr CallTsf Kubernete KubeC KubeClient K8sClient RemoteCall ESInternal ESConnect EngineServer
  ConsoleServerError PolicyServerCommon GatewayCommon GatewayRemote CgwConnect CloudApiProxy CloudProductInvocation
  ClsCallFail DependenceError ExternalService OssOperation OssAccess ConnectionFailed ConnectionError NetWorkError
  NetworkError RedisOperation MongoOperation PGConnect TsfApm MarshalE DataSystemError]])
rule("internal", REQUEST, "DatabaseException SystemError InternalError CreateScanFailed LLMInternal")
rule("parameter", { "InternalError" }, [[^Param ^InvalidParam ParamError ParameterError ParameterPathError InvalidInput
  ArgsNotMatch InvalidContractParam InitialParameterError TooLong TooShort Oversized InvalidRequest$ InvalidSeqId
  OutOfRange InvalidUser IllegalMessage RefTxt DecodeFailed InvalidWAV]])

-- Names and states.
rule("conflict", nil, [[Duplicat RepeatName NameRepeat Conflict AlreadyExist AlreadyBind AlreadyBound AlreadyAttach Already
  InUse InUsing IsUsing IsUsed Occupied NotEmpty HasBind HasBound Mutex DeletionProtection DeleteProtect Repetition
  NameUsed]])
rule("conflict", { "InternalError" }, "Exist StatusNotAllow Locked DataDeleted CrtDateOverdue NotUnique")
rule("parameter", { "FailedOperation" }, [[InvalidParam ParamError ParamInvalid ParameterE ParameterV ParametersO ^Param$
  Missing IsNull IsEmpty FormatError FormatIllegal ImageD ImageR Image Face Invalid Illegal Syntax Sensitive Unknow$]])
rule("conflict", STATE, [[Repeat Exist Dup Bound Binded BindedAlarm Used Status State NotRunning NotBind NotBound NotAttached
  NotMatch Mismatch MisMatch Inconsist Locked Offline Expire Closed Finished Ended Started Stopped Paused NotActive NotStop
  NotChange NotOnline Protect Deregister Referred CannotDelete CanNotDelete CanNotBeDeleted NotDelete]])
rule("conflict", REQUEST, [[NameExist ExistIn Exists$ Exist$ Existed$ HadExist ResourceExist ExistError InstanceStatus
  InstanceState BlueprintState ImageState InvalidTaskStatus IllegalStatusTo ReadOnlyGroupStatus GroupStatusIsIllegal
  InvalidFsStatus InvalidSnapshotStatus StatusAbnormal DeviceOffline DeviceOnline Overlap Repeat Locked HasBeen]])

-- Exceptions ------------------------------------------------------------------------------------------------------

return classification
