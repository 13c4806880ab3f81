-- What each error code means for its caller: the kinds, the categories, the word rules, and the codes they get wrong.
-- catalog/classify.lua applies it: an exception wins, then the first rule, then the category. See catalog/README.md.

local vocabulary = require "catalog.vocabulary"

local classification = {
  categories = {},
  word_rules = {},
  exceptions = {},
}

-- What follows from a kind where nothing else is said.
local USUAL = {}
for _, kind in ipairs(vocabulary.kinds) do USUAL[kind.name] = kind end

local REFUSED = { retryable = "no", executed = "no" }
local PASSES = { retryable = "backoff", executed = "no" }
local BUSY = { retryable = "backoff", executed = "maybe" }
local REFRESH = { retryable = "refresh", executed = "no" }

local function entry(kind, verdict)
  verdict = verdict or USUAL[kind] or error("there is no kind " .. kind .. " in catalog/vocabulary.lua")
  return { kind = kind, retryable = verdict.retryable, executed = verdict.executed }
end

local function category(kind, names, verdict)
  for name in names:gmatch "%S+" do classification.categories[name] = entry(kind, verdict) end
end

-- Rules for details: one for each word, in this order. `categories` is nil for all; the word "*" fits any detail.
local function rule(kind, categories, words, verdict)
  for word in words:gmatch "%S+" do
    local new = entry(kind, verdict)
    new.category, new.word = categories, word == "*" and "" or word
    table.insert(classification.word_rules, new)
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

-- Rules -----------------------------------------------------------------------------------------------------------
-- The first rule that fits wins, so the surer words stand first. In REQUEST, words such as Limit, Timeout or Status are
-- often the names of parameters; there only longer words decide.

local REQUEST = { "InvalidParameter", "InvalidParameterValue" }
local FAILED = { "FailedOperation", "DidFailedOperation" }
local DENIED = { "OperationDenied" }
local UNSUPPORTED = { "UnsupportedOperation" }
local UNAVAILABLE = { "ResourceUnavailable" }
local INTERNAL = { "InternalError" }
local DEED = { "FailedOperation", "OperationDenied", "UnsupportedOperation", "ResourceUnavailable", "InternalError" }
local STATE = { "FailedOperation", "DidFailedOperation", "OperationDenied", "UnsupportedOperation",
  "ResourceUnavailable" }
local WORK = { "FailedOperation", "OperationDenied", "UnsupportedOperation", "ResourceNotFound", "ResourceUnavailable",
  "ResourceInUse" }

local SLOW = { "FailedOperation", "UnsupportedOperation", "ResourceNotFound", "ResourceUnavailable", "LimitExceeded",
  "ResourceInsufficient", "InternalError" }

-- Categories whose details say which one, not what.
rule("parameter", { "MissingParameter", "UnknownParameter" }, "*")
rule("throttle", { "RequestLimitExceeded" }, "*")
rule("dry_run", { "DryRunOperation" }, "*")
for _, code in ipairs(vocabulary.client_codes) do
  if code.passes then rule("client", { "ClientError" }, code.name, BUSY) end
end

-- Too fast.
rule("unsupported", REQUEST, "NotSupportHostOriginPull")
rule("conflict", nil, "RateLimitRule")
rule("throttle", nil, [[QpsLimit RateLimitExceed RateLimit$ TrafficLimit$ Throttl TooOften TooFrequent TooQuickly
  SlowDown FreqLimit FreqCtrl FreqCnt FreqOverLimit FrequencyLimit OverFrequency FrequencyCheck RestrictedFrequency
  RestrictedConcurrency ConcurrencyLimit ConcurrentDownloads ^Concurrent$ RequestLimitExceed RequestLimit$
  TooManyRequests$ ReqLimit RequestBacklog SecondLimit$ HourLimit$ AsyncQueueFull VerifyCodeIsLimited]])
rule("throttle", { "LimitExceeded", "ResourceInsufficient" }, [[^AccessLimit$ ^ActionLimited$ ^CallTimes$ ^Request$
  ^Search$ ^LogSearch$ ^IndexOperating$ ^Overwork$]])

-- Arrears, balance, isolated and destroyed accounts.
rule("conflict", nil, "NotIsolated UnableToIsolate IsolateNotAllowed IsolationEnabled")
rule("failed", DEED, "IsolateInstance IsolateResourcesFailed IsolateConsumer")
rule("quota", nil, "IsolateResourcesLimit")
rule("billing", nil, [[Arrear ErrOwed ResourceOverdue InsufficientBalance BalanceInsufficient BalanceNotEnough
  BalanceLess NoBalance LowBalance NoBanlance BanlanceNotEnough AccountBalance BlockBalance MerchantBalance
  UserBalance MidasBalance ^Balance NotEnoughMoney NoEnoughFund InsufficientFund FundInsufficient FundRequired
  AccountInsufficient AccountNotEnough Isolat AccountDestroy ServerDestoryed UnpaidOrder ChargeStatusException
  NotPurchased NoPurchased PackageRunOut PackExhausted PkgExhausted FreeQuotaExhausted ResourceExhaust UserHasNoAmount
  NoFreeAmount NoFreeAccount StopUsing AccountSuspend UserIsSuspended ServiceSuspend UserFeeNegative OutOfCredit
  AccountFrozen UserIsFreeze ResourceFrozen ^Freeze ServiceStop ^StopService$ OutOfService ServiceExpired
  ResourceExpired$ PackageExpired PlanHasBeenExpired LicenseHasExpired InstanceExpired CorpExpired AgentExpired
  UserExpired PrePaidResourceExpire FinancialStatus PayDeadline]])

-- The token of a page says nothing of who you are, and a later try does not make it valid.
rule("parameter", nil, "PaginationToken")

-- Who you are.
rule("auth", nil, [[SignatureExpire ExpiredSignature TimestampExpired RequestOutdated RequestTimeException
  TokenFailure ^TokenExpired ExpiredAccessToken InvalidAccessToken CredentialExpired ^InvalidToken$ ^TokenInvalid$
  ^InvalidAuthToken$ AuthorizationExpired MFAExpired ^Expired$]], REFRESH)
rule("permission", { "AuthFailure" }, [[UnAuth NoPermission NotEnterprise CamAuthError CAMNotAuthorized Forbidden
  SubAccountDenied WhiteList AuthorizedOperationDeny CheckResource AccessCAM GetRole RoleName AuthorizationNotFound]])
rule("unsupported", { "AuthFailure" }, "Unsupported")
rule("auth", { "AuthFailure" }, "*")
rule("auth", nil, [[InvalidSecretId SecretIdOr InvalidSecretKey InvalidSignature SigVerification SigAndAuth
  ReplayAttack InvalidAuthentication$ MFAToken CheckMFA LoginToken LoginFailed NeedLogin NoLogin NoSession
  WrongPassword InvalidApiKey PasswordFailure AuthenticationFailed AuthenticateUserFailed InvalidCredential
  AuthCodeInvalid WebIdentityToken]])
rule("permission", { "UnauthorizedOperation" }, "*")

-- Exhausted by the cloud.
rule("permission", { "ResourcesSoldOut" }, "Unauthorized")
rule("sold_out", nil, [[SoldOut SaleOut SellOut InventoryShortage NoEnoughResource ResourceNotEnough LackOfResource
  LackBandwidth InsufficientResource InsufficientOffering AvaliableResouce GroupInsufficient ResourceInsufficient
  NotOnSale StockCheck]])

-- What a request gets wrong in itself.
rule("parameter", REQUEST, [[Coexist TooLong TooLang TooShort TooBig TooLarge TooSmall LengthExceed LengthLimit
  LengthOver LengthOut LenLimit LenExceed SizeExceed SizeLimit RangeExceed ExceedsRange OutOfRange OutRange
  LengthError OutOfTime Oversize ExceedLength NameLimitExceed DescinfoLimit ConflictParameter ParameterConflict
  TimeSpan DurationExceed TokenLimitExceed ParameterValueLimit ParameterValueExceed ContentExceed ImageSize
  OffsetExceed PageLimitExceed PeriodExceed RangeBeyond PropRange ValidityOver RepeatType RepeatedExecutionTime
  NameNotEmpty TagNotEmpty OperatorNotEmpty ValueNotEmpty CannotEmpty ^NotEmpty$ ParameterNotFound GopMustEqual
  FaceOcclusion QuotaUser]])
rule("parameter", { "FailedOperation", "UnsupportedOperation", "OperationDenied", "InternalError" }, [[TooLong TooLang
  TooLarge TooSmall TooShort TooMuchInput ImageSize ImagePixel ImageResolution ImageRadio VideoSize VideoFps
  VideoDuration VideoResolution ExceedBorder OverSize MeasurementOver CoordOver LengthOver ExceedsRange OutOfRange
  OutRange]])

-- States whose names end like a lack of support.
rule("conflict", nil, [[StatusNotSupport StateNotSupport StatusNotPermit StatusNotAllow StateNotAllow StatusNotMatch
  CurStateInvalid StatusNotIn]])
rule("unsupported", nil, "NotSupport Unsupport NoSupport NonSupport NOT_SUPPORT OnlySupport DoesNotSell")

-- Whether it exists.
rule("parameter", { "InternalError" }, "RefTxt")
rule("not_found", nil, [[NotExist NotFound NotFount NotFund NotFind NonExist UnExist NoExist NoFound NotExit NotExsit
  NoSuch NoRecord$ NoRowFound AlreadyDeleted BeenDeleted FileDeleted TaskDeleted InstanceDeleted]])
rule("not_found", STATE, "NoConversationFound InstancesFound BucketNoFile")
rule("not_found", INTERNAL, "NoConversationFound NoResource NoDocInList")

-- What you may do.
rule("permission", nil, [[PermissionDen NoPermission NotPermission NoPrivilege PrivilegeError CamNoAuth CamAuthFail
  CamDenied CAMAuthorizedFail UnAuth NoAuth NotAuth AccessDen Forbidden IllegalRole NotInWhite NotWhite NoWhitelist
  WhiteListNotAdd WhiteListForbid WhiteListFunction WhiteListNotOpen Blacklist UserHasNoStrategy AuthNoStrategy
  NotBelongToUser NotBelongToAppid NotResourceOwner NotDomainOwner NotOwner NotOrderOwner OwnerAllowedOnly
  WithOutPermission RealName NotEnterprise NoIdentityVerify NotConfirmProtocol InvalidVodUser InvalidMpsUser ACLFailed
  NotMasterAccount ProhibitSubAccount AuthorizeError NoRoleAuth PermissionError RequestIpLimited AccountViolation
  AccountIsBanned BannedAccount NeedBeian NotBeian NotICP NoICP NotVerified IsUnverified OwnershipVerificationNot]])
rule("permission", { "FailedOperation", "OperationDenied" }, [[AuthFail AuthError NoRole$ NoAttachPermission
  NoProjectPermission NoSyncPermission NoQcloudTAG BillingPermission InvalidAuth$ FlowAuthIllegal NotAllow NotAbility
  TransferToEnterpriseDenied TransferToPersonDenied TencentCloudForbid PayRight]])
rule("permission", UNSUPPORTED, [[NoPayment UnverifiedUser DeviceCanNotDo AuthorizationFailed NotAgreement
  PromiseNotSigned KmsAccessPermission PurviewError AccessedDeny]])
rule("permission", INTERNAL, "NotAllow NotPermmit NoAppPrivilege NoSpacePermission NoPaymentAccess ^AuthError$")
rule("permission", UNAVAILABLE, "Banned HighRisk BelongsToOthers IsMalicious")
rule("permission", REQUEST, "NoResourcePermission VpcDenied NotAllowUse OperationDenied SkillScanApiKeyDisabled")

-- States that pass by themselves.
rule("unavailable", { "FailedOperation", "UnsupportedOperation", "InternalError" }, [[ServerBusy SystemBusy Overload
  TemporaryError TemporaryUnavail ServiceUnavail TryLater OperateLater NeedRetry DependencyUnavail]], BUSY)
rule("unavailable", DEED, [[NotReady Delivering SegmentLoading SystemUpgrade Initialization IsOpening InQueue
  WaitForKruise StopServing]], PASSES)
rule("unavailable", REQUEST, "ServiceIsBusy AgentBusy", PASSES)
rule("unavailable", REQUEST, "Unavailable", REFUSED)
rule("conflict", DEED, [[InProgress InProcess Operating$ InOperation$ TaskRunning ProcessRunning OperationIsRunning
  TaskIsRunning LabRunning Busy Creating$ Processing$ Deploying Updating Upgrading$ Migrating IsDoing RegisterDoing
  PriceDoing Unfinished NotFinished NotComplete TaskHandling TaskRetrying InTransition InCloning LockFail LockError
  LockTimeout LockInstanceError LockedTemporary Rebooting Starting$ InStopping ^Stopping$ StateStopping Terminating
  StatePending LiveMigrate EnterRescue ExitRescue ScalingExecuting AlreadyScanning AlreadyRunning InDeletedState
  InExecuting InActivity InRefresh IsModifying HasPending ConcurrentConflict TaskConflict OperationConflict
  ConflictOperation OperationInConflict ConflictAction CreateFaceConcurrent RunningOtherOta SwitcherOnWorking
  IsGraying Unstable]], PASSES)
rule("conflict", { "ResourceInUse", "ResourceInsufficient", "LimitExceeded", "InvalidDisk" }, [[InProgress InProcess
  TaskRunning Busy Creating OrderProcessing Deploying Deleting UnDone Migrating Rollbacking Executing IsRunning
  Unfinished]], PASSES)
rule("conflict", REQUEST, [[InProgress InstanceInProcess TaskNotFinished TaskNotCompleted IsModifyingD NotInStable
  BatchLimitUndo GrayPublishing]], PASSES)

-- Their fault, and no answer in time.
rule("quota", { "LimitExceeded" }, "^Timeout$ ^InitTimeout$")
rule("failed", FAILED, "TimeOutFail")
rule("timeout", SLOW, "Timeout TimedOut")
rule("timeout", REQUEST, "RequestTimeout pkgTimeout")
rule("parameter", FAILED, "SqlSyntax")
rule("conflict", FAILED, "KubernetesResourceExisted")
rule("failed", FAILED, "DataSourceConnection EmptyDatabase CreateService DeleteService BindServiceError")
rule("internal", WORK, [[InternalError InternalTrade InternalOperation InternalServ InnerError InnerInterrupt
  SystemError ServerError ServerFail DBError DBException DBOperation DBQuery DBUpdate DBUpsert DBConfig DBConnection
  DBFail DBData DbClient DbOption DbRecord DbTransaction DbInster Database ^Db$ RpcFail RPCService RpcErr
  ^ServiceError ServiceAccessError ServerGetError BackendError BackendInterface UnexpectedError UnhandledException
  InfrastructureError ComponentCli CallOtherSvr CallTsf CallMaster Kubernete KubeC K8sClient RemoteCall ESConnect
  PolicyServerCommon GatewayCommon CgwConnect CloudApiProxy ProductInvocation ClsCallFail DependenceError
  ExternalService OssOperation OssAccess CallOss CosApiFailed ConnectionFailed NetWorkError RedisOperation RedisCache
  MongoOperation PGConnect TsfApm MarshalE]])
rule("internal", REQUEST, [[DatabaseException SystemError InternalError CreateScanFailed ScanQueryFailed TriggerFailed
  RuleDBFail CdnInterfaceError]])
rule("parameter", INTERNAL, [[^Param ^InvalidParam ParamError ParameterError InvalidInput ArgsNotMatch
  InvalidContractParam InvalidRequest$ InvalidSeqId InvalidUser DecodeFailed InvalidWAV DomainFormat CidrInvali
  OutOfRouteTable DateNotLegal CrtKeyNotMatch SigFieldMissing NotDetectedSpeak ShardNoStart ChineseCharacter
  InvalidPrivateNetwork FailToDecodeVoice RegexpCompile]])

-- Too many, too much.
rule("quota", nil, [[QuotaLimit QuotaExceed OverQuota QuotaOver OutOfQuota QuotaNotEnough NotEnoughQuota NoQuota
  InsufficientQuota QuotaInsufficient QuotaRunOut QuotasExceed QuotaMax QuotaFile LimitExceed ExceedLimit ExceedsLimit
  ExceededLimit OverLimit OverUpperLimit UpperLimit OutOfLimit OutLimit BeyondLimit ReachLimit ReachMax ReachedLimit
  MaxLimit MaxNum NumExceed CountExceed NumberExceed TooMany TooMuch OverCount]])
rule("quota", STATE, [[Exceed Exeed QuotaLess AttachedQuota WhitelistQuota ClusterQuota QuotaExhausted BackupQuota
  QuotaUSGLimit AddressLimit NumLimit CountLimit LimitNum NumberLimit InstanceLimit ClbPolicyLimit TaskLimit
  PurchaseLimit LimitRealServer BindLimit RegistrationLimit HugeLimit ResourceLimit LimitZero MoreThanOne
  NotEnoughError IsMax PolicyFull VersionFull ApproverFull QueueFull FileOverflow]])
rule("quota", INTERNAL, "QuotaUSGLimit")
rule("quota", REQUEST, [[CountLimit NumberLimit NumLimit Exceed$ ExceedsTheLimit QuantityLimit MoreThan
  GreaterThanLimit Overflow AttachmentFull GroupFull UserFull RoleFull DeleteLimit RuleLimit VpcSubnetIpLack]])
rule("quota", { "ResourceInsufficient" }, [[Quota CountLimit AboveMax BelowMin SubnetIp ^Subnet CidrBlock VipInVPC
  SSHPort SpaceFull QuantityInsufficient PrivateImageNum]])

-- Names, existence and state.
rule("conflict", nil, [[Duplicat NameRepeat Conflict Confict Already InUsed InUsing IsUsing IsUsed Occupied NotEmpty
  HasBind HasBound DeletionProtection DeleteProtect Repetition NameUsed]])
rule("conflict", nil, "InUse$ InUseError InUseNot")
rule("conflict", INTERNAL, "InvoiceExist Locked DataDeleted DateOverdue NotUnique NotMatch$")
rule("failed", FAILED, [[^Describe ^Query ^Get ^Update ^Check ^List ^Modify ^Create ^Delete ^ReadFile ^Close
  ShareFailed ImageDownload ImageOperation ImageUpload UploadImage GenerateImage ImageDelete Imagerepo FuseImageError
  FaceFusion FaceShape FaceDetectFailed DetectFaceFailed ConnectionUpdate AlterTask FetchSql]])
rule("unavailable", STATE, [[NotOpen UnOpen NotActivated NotActived NotEnabled NotRegistered NoRegister
  UnregisteredEid NotSubscri]])
rule("conflict", FAILED, [[InvalidStatus InvalidAccountStatus LBStatus ZoneStatus StatusInvalid InvalidTaskStatus
  ManagerStatus StatusCode ^InvalidAlarm$]])
rule("parameter", FAILED, [[InvalidParam ParamError ParamInvalid InputParam ParameterE ParameterV ParametersO ^Param$
  ParamValidate RequestParam RequstParam LackParam Missing IsNull IsEmpty BeEmpty ValueEmpty FormatError Malformed
  BadYaml Grammar Syntax ParseFail ParseError ParseSql ImageDecode VideoDecode AudioDecode DecompressFile EmptyImage
  EmptyTable ImageArg ImageBlur ImageBody ImageCheck ImageMany ImageNo ImageUnQualified ImageUrl ImageSearch
  FacesInImage PoorImage PoorQuality QualityTooLow FaceQuality NoFace NoBody FaceRect FaceBorder IncompleteFace
  CoveredFace MultiFace FaceWithMask FaceIncomplete NotDetectFace NodetectFace LostFaces NoBankCard NoBizLicense
  NoDriverLicense NoHKIDCard NoMASIDCard NoPassport NoVehicleLicense NoObject CardSide MultiCard Invalid Illegal
  Sensitive Wrong Incorrect UnKnowFileType UnknownInstanceType UnknownProtocol UnknownConfig NameContains PureNumber]])
rule("parameter", DENIED, "Invalid Illegal MissingParam IsEmpty NeedEmpty NotFill ^Sensitive$ CreditCodeErr")
rule("parameter", UNSUPPORTED, "Malformed ParametersError")
rule("conflict", DENIED, [[HasAlarm TopicHas HaveKeys ConsumerRunning ReplicationRunning DeleteRunning InShareCname
  ZoneIsBinding ZoneIsReference HasTerminated HasActivated LatestVersion NumberIsNotZero Closing OverLap SwitchClose
  DefaultEnvironment IsNotRollback Upgraded]])
rule("conflict", UNSUPPORTED, [[Attached Associated$ BindToBlueprints HasFlowLog HasShared HasECMP HasEnabled
  HasVoucher HasSubnet HasReferenced HadNat HadEip GatewayHave AliasBind NotLocked Overlap SameWith SameDomain
  SamePublic MissMatch HasNotShared]])
rule("conflict", UNAVAILABLE, [[Attached Disabled Archived PendingDelete CanNotRollback ActionResultHasSet NotAlive
  BeUse]])
rule("conflict", { "ResourceNotFound", "ResourceInsufficient" }, [[NotRunning StatusError NotBind NotBound StateDead
  NotUnique DupKeyExist DnsStatus]])
rule("unavailable", UNAVAILABLE, "^UnknownStatus$", REFUSED)
rule("unsupported", UNSUPPORTED, "OfflineCharge StoppedModeStop SuffixCanNot")
rule("conflict", STATE, [[Repeat Exist Bound Binded Used Status State NotRunning NotBind NotMatch Mismatch Inconsist
  Locked Offline Expire Closed Finished Ended Started Stopped NotActive NotStop NotChange NotOnline InstancesProtected
  DestroyProtection Deregister Referred CannotDelete CannotBeDeleted NotDelete HasDocument Added$ Exsit LabNot
  MonitorIsActive NotToRetry HadBeenDone HasBeen]])
rule("failed", UNSUPPORTED, "Failed$")
rule("conflict", { "LimitExceeded" }, "CARepeat GroupLocked OrderClosed OrderExpired OrderCanceled")
rule("quota", { "LimitExceeded" }, "*")
rule("unavailable", UNAVAILABLE, "Unavailable$ ^ResourceUnavailableError$", PASSES)
rule("unavailable", UNAVAILABLE, "*", REFUSED)
rule("unavailable", { "FailedOperation", "OperationDenied", "UnsupportedOperation", "InternalError" }, [[Unavailable
  NotAvailable ServiceDisabled]], REFUSED)
rule("conflict", REQUEST, [[NameExist ExistIn Exists Exist$ Existed InstanceStatus InstanceState BlueprintState
  ImageState MediaStatus InvalidTaskStatus IllegalStatusTo GroupStatusIsIllegal ReadOnlyGroupStatus InvalidFsStatus
  InvalidEnvStatus InvalidSnapshotStatus StatusAbnormal ErrorApplyStatus HostInvalidStatus DeviceOffline DeviceOnline
  Overlap Repeat Locked HasBeen BindedMain ^VpcBinded$ UsedIn ^VipUsed$ ^VportUsed$ IsBoundOther NameIdentical
  IdenticalName BindForwardRule TopicClosed NotUnique CrtDateOverdue RunningVersion ReleasedConfig ReleasedFileConfig]])

-- Exceptions: what the rules get wrong --------------------------------------------------------------------------------

exception("auth", [[UnauthorizedOperation.MFANotFound UnauthorizedOperation.SmsCode UnknownParameter.SecretIdNotExists
  InternalError.PasswordError OperationDenied.IllegalRequest]])
exception("permission", [[ResourceNotFound.ForbidService LimitExceeded.NoIMAbility
  ResourceUnavailable.FlowAuthSecet FailedOperation.AccountVerifyFail FailedOperation.AuthInfoEmpty
  FailedOperation.CertificateWhiteFuncError FailedOperation.NotBatchTaskOwner FailedOperation.MemberNotAuditRole
  FailedOperation.dealCreateWhitelistError InvalidParameter.UngrantedPolicy InvalidParameter.UngrantedRole
  InvalidParameter.CustomDnsNotAllowed InvalidParameter.MpPluginNoUse InvalidParameter.ClsMissingAuthorization
  InvalidParameter.SpecialParameterForSpecialAccount InvalidParameterValue.VerifyAccountPrivError
  InvalidParameterValue.FSPathInaccessible UnsupportedOperation.InvalidInstancesOwner
  UnsupportedOperation.TagNotPermit FailedOperation.DomainIsSpam]])
exception("throttle", [[UnsupportedOperation.FrequencyTopicDeleteOperate FailedOperation.EngineServerLimitExceeded
  InvalidParameter.Common OperationDenied.OutQueryLimit LimitExceeded.OrderLimitError LimitExceeded.TaskConcurrency]])
exception("quota", [[UnauthorizedOperation.UserLicenseExceedLimit FailedOperation.AcquireQuota
  InternalError.InternalOverflow InvalidParameter.OverDeployGroupQuota LimitExceeded.ReceiverDetailRequestLimit
  OperationDenied.ManyResourceId FailedOperation.NoAvailableIpAddressCountInSubnet]])
exception("parameter", [[InvalidParameter.FilterKeyStatusConflictWithChargeStatus
  InvalidParameterValue.AccessBlacklist InvalidParameterValue.TimeSpecNotSupport
  InvalidParameter.UnauthorizedOperationParameterErr FailedOperation.CloseContractModeInvalid
  FailedOperation.GetPriceParamError FailedOperation.ModifySystemField ResourceNotFound.CosBucketNameInvalid
  ResourceNotFound.ErrDowdownParamsError]])
exception("not_found", [[UnauthorizedOperation.AttachmentNotFound UnauthorizedOperation.UserNotExist
  UnauthorizedOperation.RoleNotExists ResourceNotFound.NoAuthenticator RegionError.ResourceUnreachable
  FailedOperation.MissingSignatureToModify FailedOperation.MissingTemplateToModify FailedOperation.NoObject
  ResourceUnavailable.InstanceNoDeal InvalidParameterValue.NoTaskId FailedOperation.QueryContractNull]])
exception("conflict", [[InvalidAddressId.Blocked InvalidImageId.InShared InvalidImageId.IncorrectState
  UnauthorizedOperation.GroupExist ResourceNotFound.DeviceSipPTZError
  UnauthorizedOperation.DeviceHasAlreadyBindGateway UnauthorizedOperation.DevicesExistUnderProduct
  UnauthorizedOperation.GatewayHasBindedDevices UnauthorizedOperation.VpcPeerCidrConflict
  FailedOperation.ListenerStatusError FailedOperation.DeleteClusterProtection FailedOperation.DeleteDomainInLockedTime
  FailedOperation.DeleteTrigger.UrlUsed FailedOperation.DeleteUserExistsAdministrator
  FailedOperation.UpdateVersionNotMatch FailedOperation.DuplicateOrderNotAllowed
  FailedOperation.DeleteGroupNotAllowExistUser FailedOperation.MemberExistDelegatePayerNotAllowDelete
  OperationDenied.NotAllowCloseAccelerateMainlandWhenDomainBoundExclusiveIP
  OperationDenied.PausedSlsNotAllowModifySlave Authority.ErrCodeAuthorityRegistered
  Authority.ErrCodeDidAuthorityRegistered FailedOperation.JobConfigOnPublish
  FailedOperation.OrganizationServiceAssignIsUse FailedOperation.ReuseResource FailedOperation.TaskResubmit
  FailedOperation.ReSentInvitation FailedOperation.IsDefaultMapping FailedOperation.RequestRejection
  FailedOperation.PoolWasUsingError InvalidParameter.DupTask InvalidParameter.ErrNamespaceReserved
  InvalidParameter.LineInAnotherGroup InvalidParameter.ReDeployedContract InvalidParameterValue.CfsPathCollision
  InvalidParameterValue.ModelDefineDupID InvalidParameterValue.ModelDefineEventParamsDupID
  InvalidParameterValue.SignExistAndUnapproved InvalidParameterValue.TcpSeriesListenerPortEqual
  InvalidParameterValue.UdpSeriesListenerPortEqual InvalidParameterValue.ZoneSameAsName
  OperationDenied.MultipleCnameZone UnauthorizedOperation.CdnHostExistsInInternal UnauthorizedOperation.DeleteTidFail
  UnsupportedOperation.BindEIP UnsupportedOperation.CannotReBindFamily FailedOperation.ContainergroupGroupHasrun
  FailedOperation.ContainergroupGroupHasstop InternalError.ClusterState InternalError.CvmStatus
  InternalError.TaskLifeStateError InternalError.StreamStatusError InternalError.ResourceConfigCanNotDelete
  FailedOperation.OrderHasPaid FailedOperation.OcCompletedOrder FailedOperation.HasAuthorized
  FailedOperation.UserInOrganization]])
exception("conflict", [[RequestLimitExceeded.RepeatRequest RequestLimitExceeded.WaitForTheLastOperationToComplete
  UnauthorizedOperation.CreateMultiDeviceTaskNotFinished FailedOperation.ListenerHasTask
  InvalidParameter.ReDeployingContract FailedOperation.ClientTokenInUse FailedOperation.RescanVulProcessInUse
  FailedOperation.DocParsingNotDelete OperationDenied.ConflictStatus OperationDenied.FlowConflict
  OperationDenied.InstanceLockerConflict OperationDenied.ResourceHasBeenLocked
  OperationDenied.ProxyUpgradeTaskStatusError OperationDenied.AccelerationDomainStatusNotInOnline
  ResourceInUse.BlueprintModifyingSharePermission ResourceInUse.CopySnapshotConflict
  ResourceInUse.ResourceAlreadyLocked ResourceInUse.Diagnose UnsupportedOperation.ImageOccupied
  InvalidParameterValue.InvalidImageState FailedOperation.InvalidImageState ResourceNotFound.SessionStateShuttingDown
  FailedOperation.OperateInstanceRepeatedly]], PASSES)
exception("unavailable", "InvalidRegion.Unavailable ResourceNotFound.UserDisableService")
exception("timeout", [[FailedOperation.DoHTTPTransferFailed FailedOperation.TaskOvertimeFetchResult
  FailedOperation.ClusterExecuteExceeded]])
exception("unavailable", [[UnauthorizedOperation.Activating FailedOperation.TemporaryBlocked
  MissingParameter.SvcRepoNotReady]], PASSES)
exception("billing", [[ResourceUnavailable.Recover FailedOperation.NotEnough InvalidDisk.Expire
  FailedOperation.ImageGroupChargeStatusClose FailedOperation.DasbAmountNotEnough
  UnsupportedOperation.InvalidServiceTrade ResourceUnavailable.SubplatUnavailable FailedOperation.UserStatusInavlid
  FailedOperation.CosStatusInavlid ResourceInsufficient.Record]])
exception("unsupported", [[UnauthorizedOperation.YuntiUserUnSupport UnauthorizedOperation.PrimaryIp
  UnauthorizedOperation.ProductNotSupportPSK FailedOperation.DeprecatedAPI FailedOperation.IndexSegmentOffloaded
  FailedOperation.ProductDiscontinued OperationDenied.OperateType OperationDenied.PayModeError
  OperationDenied.PostPaidPayModeError OperationDenied.MigrateServiceSupportError
  OperationDenied.OperationDeniedCreateSnapshotForStorageBundle OperationDenied.PlanTypeIsWrong
  FailedOperation.AcrossVersionsError FailedOperation.CheckSupportActionError
  FailedOperation.CreateBasicNetworkDeniedError]])
exception("internal", [[UnknownParameter.CreateAuditLogFileError UnknownParameter.HttpError
  UnknownParameter.InternalInnerServiceError FailedOperation.CAMFailure FailedOperation.CaService
  FailedOperation.CamCheckResourceError FailedOperation.CloudService FailedOperation.DCCosClientErr
  FailedOperation.ResponseValueError FailedOperation.ServiceInsertFailed FailedOperation.TradeAccessError
  FailedOperation.BaseNetworkAccessError FailedOperation.GcsError InvalidParameter.BatchDomainCreateActionError
  InvalidParameter.BatchRecordCreateActionError InvalidParameter.BatchRecordModifyActionError
  InvalidParameter.BatchRecordRemoveActionError InvalidParameter.BatchRecordReplaceActionError
  InvalidParameter.LineGroupUpdateFailed]])
exception("failed", [[FailedOperation.GetPrivilegeError UnsupportedOperation.BIError
  UnsupportedOperation.DeviceSipCommandFail InvalidParameter.OperateFailed InvalidParameter.QueryCertBySSLIDFailed
  UnsupportedOperation.DescribeCcnAttachedInstancesFailed FailedOperation.PostPaidUnblockError
  Credential.GenerateRangeProof Cpt.CreateCPTFailed
  Credential.FailedCreatePresentation Credential.GenerateCommitmentFailed Credential.VerifyCRDLFailed
  Credential.VerifyZeroProofFailed ResourceNotFound.DownLoadError ResourceNotFound.DownloadError
  ResourceNotFound.FetchResourceError ResourceNotFound.FetchResourceListError]])
exception("sold_out", "InvalidParameter.ZoneClosed InvalidParameterValue.ZoneClosed FailedOperation.ProxyIPIsNotEnough")

-- Of much used services: what the names alone do not tell.
exception("parameter", [[FailedOperation.AccountIsYourSelf FailedOperation.SnapshotSizeLargerThanDataSize
  FailedOperation.SnapshotSizeLessThanDataSize FailedOperation.TagKeyReserved FailedOperation.VpcIpNotInSubnetError
  FailedOperation.TemplateParamSetNotMatchApprovedTemplate FailedOperation.CoverType FailedOperation.MediaType
  FailedOperation.CertificateChainError FailedOperation.CertificateMatchError
  FailedOperation.CertificateDeployInstanceEmpty FailedOperation.CertificateInfoSubmitContactEmailEmpty
  FailedOperation.ConfigConditionUnknownTarget FailedOperation.ConfigFieldTypeError
  FailedOperation.ConfigTimeParsingError FailedOperation.ConfigUnknownField
  FailedOperation.QueryUsersSortParameterMustInWhitelist
  InvalidParameterValue.AddKeyFrameDescsAndClearKeyFrameDescsConflict
  InvalidParameterValue.AddKeyFrameDescsAndDeleteKeyFrameDescsConflict
  InvalidParameterValue.AddTagsAndClearTagsConflict InvalidParameterValue.AddTagsAndDeleteTagsConflict
  ResourceUnavailable.InvalidImageContent ResourceUnavailable.CannotApplyEmptyFirewallTemplate
  ResourceUnavailable.InvalidPurchaseRequestSource]])
exception("not_found", [[FailedOperation.NoListenerInLB FailedOperation.HasNotLivingStream
  FailedOperation.NoBackupInput FailedOperation.NoLVBPushOrPlayDomain]])
exception("permission", [[FailedOperation.NoPayment FailedOperation.DomainNeedVerifyOwner
  FailedOperation.ForbidAddMarketingTemplates FailedOperation.ForbidAdd FailedOperation.InvalidAccount
  AuthFailure.UnRealNameAuthenticated FailedOperation.MediaForbidedBySystem
  UnsupportedOperation.CcnInstanceAccountNotApprovedByUnicom]])
exception("conflict", [[FailedOperation.QualificationIdNotApproved FailedOperation.NoPgmRunning
  FailedOperation.AgentsNotInUninstallStage FailedOperation.CertificateNotDeployInstance
  FailedOperation.RenewNotIssued FailedOperation.NoNeedToReduceMediaBitrate
  OperationDenied.ChcInstallCloudImageWithoutDeployNetwork OperationDenied.DeleteZonePreCheckFailed
  OperationDenied.SwitchAreaCdnPlatformReuse OperationDenied.UpdateIPWhitelistFirst
  OperationDenied.UseUpstreamMTLSNeedOpenHttps OperationDenied.VersionControlNeedNSSwitched
  OperationDenied.WorkModeNotInVersionControl ResourceUnavailable.ClusterInAbnormalStat
  ResourceUnavailable.InstanceCannotAttach UnsupportedOperation.NotPendingCcnInstance]])
exception("quota", "ResourceUnavailable.NoEnoughVipInVPC")
exception("billing", [[FailedOperation.PayFailed FailedOperation.SdkNoPackage OperationDenied.BillingException
  ResourceUnavailable.Expire]])
exception("unavailable", [[FailedOperation.MarketingSendTimeConstraint FailedOperation.ClsServiceUnregistered
  FailedOperation.DeleteFailedTimeNotUp FailedOperation.ServiceClosed UnsupportedOperation.ServerStopped]])
exception("unsupported", [[InvalidDisk.NotPortable FailedOperation.NotDelayRo FailedOperation.Unreturnable
  FailedOperation.PromotionalPerioRestriction FailedOperation.PromotionalRegionRestriction
  FailedOperation.IpTypeNotPermit FailedOperation.Unmodifiable FailedOperation.DefaultSpaceCanNotOperate
  OperationDenied.AccelerateMainlandDisable OperationDenied.DeleteRootAccountError
  OperationDenied.NSNotAllowTrafficStrategy OperationDenied.NoDomainAccessZoneOnlyAllowModifiedToCNAME
  OperationDenied.PlanDowngradeNotAllowed ResourceUnavailable.NotPortable ResourceUnavailable.NoRedisService
  ResourceUnavailable.NoServiceAvailableForThisZoneId ResourceUnavailable.NoTypeIdRedisService
  ResourceUnavailable.TypeError]])
exception("internal", [[ResourceUnavailable.GetSecurityError ResourceUnavailable.KafkaStorageError
  ResourceUnavailable.ModelCallFailed ResourceUnavailable.TATServiceError]])
exception("failed", "LimitExceeded.MidasOrderPartialSuccess")
exception("auth", "FailedOperation.LoginTimeout", REFRESH)

return classification
