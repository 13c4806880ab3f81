-- Answers in the shapes and sizes that the API gives, the same at every run. BODIES=DIR takes err.json, ok.json,
-- cvm20.json, cvm100.json, cls1000big.json and mon.json from a folder in their place.

local support = require "bench.support"

-- Numbers that look random, the same under every Lua (a linear congruence; Park and Miller, 1988).
local state = 20240601

local function random(count)
  state = state * 16807 % 2147483647
  return state % count + 1
end

local function pick(list) return list[random(#list)] end

local function text(length)
  local letters = {}
  for i = 1, length do letters[i] = ("abcdefghijklmnopqrstuvwxyz0123456789"):sub(random(36)):sub(1, 1) end
  return table.concat(letters)
end

local function uuid() return table.concat({ text(8), text(4), text(4), text(4), text(12) }, "-") end

local function address() return ("10.%d.%d.%d"):format(random(255), random(255), random(255)) end

local function answer(fields) return ('{"Response":{%s,"RequestId":"%s"}}'):format(fields, uuid()) end

-- An answer with a list of `count` elements that `make` gives.
local function list(before, field, count, make)
  local elements = {}
  for i = 1, count do elements[i] = make(i) end
  return answer(('%s"%s":[%s]'):format(before, field, table.concat(elements, ",")))
end

local function instance(i)
  return ('{"Placement":{"Zone":"%s","HostId":null,"ProjectId":%d,"HostIds":null,"HostIp":null,"HostName":null},'
    .. '"InstanceId":"ins-%s","InstanceType":"%s","CPU":%d,"Memory":%d,"RestrictState":"NORMAL",'
    .. '"InstanceName":"%s%d","InstanceChargeType":"POSTPAID_BY_HOUR","SystemDisk":{"DiskType":"CLOUD_PREMIUM",'
    .. '"DiskId":"disk-%s","DiskSize":50,"CdcId":null,"DiskName":null,"EncryptUsed":false},"DataDisks":'
    .. '[{"DiskSize":%d,"DiskType":"CLOUD_SSD","DiskId":"disk-%s","DeleteWithInstance":true,'
    .. '"SnapshotId":null,"Encrypt":false,'
    .. '"KmsKeyId":null,"ThroughputPerformance":0,"CdcId":null,"BurstPerformance":false}],'
    .. '"PrivateIpAddresses":["%s"],"PublicIpAddresses":%s,"InternetAccessible":{"InternetChargeType":'
    .. '"TRAFFIC_POSTPAID_BY_HOUR","InternetMaxBandwidthOut":%d,"PublicIpAssigned":true,"BandwidthPackageId":null,'
    .. '"IPv4AddressType":"WanIP","AntiDDoSPackageId":null},"VirtualPrivateCloud":{"VpcId":"vpc-%s","SubnetId":'
    .. '"subnet-%s","AsVpcGateway":false,"PrivateIpAddresses":null,"Ipv6AddressCount":0},"ImageId":"img-%s",'
    .. '"RenewFlag":null,"CreatedTime":"2024-06-01T08:00:%02dZ","ExpiredTime":null,"OsName":'
    .. '"TencentOS Server 3.1 (TK4)","SecurityGroupIds":["sg-%s"],"LoginSettings":{"Password":null,"KeyIds":'
    .. '["skey-%s"],"KeepImageLogin":null},"InstanceState":"%s","Tags":[{"Key":"部门","Value":"研发中心"},{"Key":"env",'
    .. '"Value":"prod"},{"Key":"owner","Value":"%s"}],"StopChargingMode":"NOT_APPLICABLE","Uuid":"%s",'
    .. '"LatestOperation":"RunInstances","LatestOperationState":"SUCCESS","LatestOperationRequestId":"%s",'
    .. '"DisasterRecoverGroupId":"","IPv6Addresses":null,"CamRoleName":"","HpcClusterId":"","RdmaIpAddresses":null,'
    .. '"DedicatedClusterId":"","IsolatedSource":"NOTISOLATED","GPUInfo":null,"LicenseType":"TencentCloud",'
    .. '"DisableApiTermination":false,"DefaultLoginUser":"root","DefaultLoginPort":22,"LatestOperationErrorMsg":null,'
    .. '"Metadata":null,"PublicIPv6Addresses":null,"CpuTopology":{"CoreCount":2,"ThreadPerCore":2}}'):format(
    pick { "ap-guangzhou-3", "ap-shanghai-2" }, random(2000000), text(8), pick { "S5.MEDIUM4", "SA2.LARGE8" },
    random(8), random(32), pick { "web-前端-", "订单服务-", "redis-cache-" }, i, text(8), random(500), text(8), address(),
    pick { "null", '["' .. address() .. '"]' }, random(100), text(8), text(8), text(8), random(60) - 1, text(8),
    text(8), pick { "RUNNING", "STOPPED", "PENDING" }, text(6), uuid(), uuid())
end

-- A log entry: JSON in a string, with a long stack trace.
local function log_entry(i)
  local frames = {}
  for frame = 1, 38 do
    frames[frame] = ("\\\\tat com.example.order.service.impl.OrderServiceImpl$%s.lambda$handle$%d(OrderServiceImpl.java"
      .. ":%d)\\\\n"):format(text(6), random(99), random(2000))
  end
  return ('{"Time":%d,"TopicId":"f7e7cf05-5f8d-4a4f-8a4b-1e0c6a0b3d11","TopicName":"订单服务日志","Source":"%s",'
    .. '"FileName":"/data/log/order/app.log","PkgLogId":"%d","HighLights":[],"LogJson":"{\\"__TIMESTAMP__\\":\\"%d\\",'
    .. '\\"level\\":\\"ERROR\\",\\"msg\\":\\"支付回调超时，请重试\\",\\"trace_id\\":\\"%s\\",\\"uri\\":'
    .. '\\"/api/v1/orders/%d?from=app&lang=zh-CN\\",\\"stack\\":\\"java.lang.IllegalStateException\\\\n%s\\"}",'
    .. '"HostName":"VM-%d-%d-tencentos","RawLog":"","IndexStatus":""}'):format(
    1717200000000 + i * 137, address(), 65536 + i, 1717200000000 + i * 137, text(32), random(10 ^ 8),
    table.concat(frames), random(255), random(255))
end

local function data_points()
  local times, values = {}, {}
  for i = 1, 1440 do
    times[i], values[i] = 1717171200 + 60 * i, ("%d.%03d"):format(random(100) - 1, random(1000) - 1)
  end
  return ('{"Dimensions":[{"Name":"InstanceId","Value":"ins-%s"}],"Timestamps":[%s],"Values":[%s]}'):format(
    text(8), table.concat(times, ","), table.concat(values, ","))
end

local bodies = {}

bodies.failure = support.body("err", function()
  return '{"Response":{"Error":{"Code":"AuthFailure.SignatureFailure","Message":"The provided credentials could not be '
    .. 'validated. Please check your signature is correct."},"RequestId":"ed93f3cb-f35e-473f-b9f3-0d451b8b79c6"}}'
end)

bodies.success = support.body("ok", function()
  return '{"Response":{"TotalCount":100,"InstanceStatusSet":[{"InstanceId":"ins-1vogaxgk","InstanceState":"RUNNING"}],'
    .. '"RequestId":"b5b41468-520d-4192-b42f-595cc34b6c1c"}}'
end)

bodies.instances_20 = support.body("cvm20", function() return list('"TotalCount":60,', "InstanceSet", 20, instance) end)

bodies.instances_100 = support.body("cvm100", function()
  return list('"TotalCount":300,', "InstanceSet", 100, instance)
end)

bodies.logs = support.body("cls1000big", function() return list('"ListOver":false,', "Results", 1000, log_entry) end)

bodies.monitor = support.body("mon", function() return list('"Period":60,', "DataPoints", 4, data_points) end)

---Gives a list of instances of about `size` bytes.
---@param size integer
---@return string body
function bodies.of_size(size)
  return list('"TotalCount":300,', "InstanceSet", math.max(1, math.floor(size / 2100)), instance)
end

return bodies
