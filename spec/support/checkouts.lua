-- Small made-up checkouts of all that the catalog is made from: the Go SDKs and command-line tools of both sites.
--
-- An orchard is a list of actions, { "PlantTree", input = "TreeId:string", output = "TaskId:string", codes = {...},
-- status = "online", sse = true }; a field is Name:type or Name:[type] with one of the Go types string, int64 and bool.

local shell = require "spec.support.shell"

local checkouts = {}

local function write(path, text)
  shell.run("mkdir -p " .. shell.quote(path:match "^(.*)/"))
  local file = assert(io.open(path, "wb"))
  file:write(text)
  file:close()
end

local function each_field(text, visit)
  for name, list, kind in (text or ""):gmatch "(%w+):(%[?)(%w+)" do visit(name, kind, list == "[") end
end

local MODULES = { mainland = "tencentcloud-sdk-go", international = "tencentcloud-sdk-go-intl-en" }

local METHOD = [[

var new%sRequest = request.WithApiInfo("%s", APIVersion, "%s")

// %s does what its name says.
//
%sfunc (c *Client) %s(request *%sRequest) *%sResponse { return nil }
]]

local function go_client(service, version, site, actions)
  local parts = { ('package v1\n\nimport "github.com/tencentcloud/%s/tencentcloud/common"\n\nconst APIVersion = "%s"\n')
    :format(MODULES[site], version) }
  for _, action in ipairs(actions) do
    local name, codes = action[1], {}
    for i, code in ipairs(action.codes or {}) do
      codes[i] = ('//  %s = "%s"\n'):format((code:upper():gsub("%.", "_")), code)
    end
    table.insert(parts, METHOD:format(name, service, name, name, table.concat(codes), name, name, name))
  end
  return table.concat(parts)
end

local function go_struct(name, fields, first)
  local lines = { ("type %s struct {"):format(name), first }
  each_field(fields, function(field, kind, is_list)
    table.insert(lines, ('\t%s %s*%s `json:"%s,omitnil"`'):format(field, is_list and "[]" or "", kind, field))
  end)
  return table.concat(lines, "\n") .. "\n}\n"
end

local function go_models(actions)
  local parts = { "package v1\n" }
  for _, action in ipairs(actions) do
    local name = action[1]
    table.insert(parts, go_struct(name .. "Request", action.input))
    local base = action.sse and "\ttchttp.BaseSSEResponse" or "\t*BaseResponse"
    table.insert(parts, go_struct(name .. "Response", nil, base))
    table.insert(parts, go_struct(name .. "ResponseParams", (action.output or "") .. " RequestId:string"))
  end
  return table.concat(parts, "\n")
end

---Writes one service version of a Go SDK.
---@param folder string of the checkout
---@param site "mainland"|"international"
---@param service string
---@param version string
---@param actions table
function checkouts.go(folder, site, service, version, actions)
  local path = ("%s/tencentcloud/%s/v%s/"):format(folder, service, (version:gsub("-", "")))
  write(path .. "client.go", go_client(service, version, site, actions))
  write(path .. "models.go", go_models(actions))
end

local TYPES = { int64 = "int" }

local function api_object(fields)
  local members = {}
  each_field(fields, function(name, kind, is_list)
    table.insert(members, ('{"name":"%s","type":"%s","member":"%s","disabled":false}'):format(name,
      is_list and "list" or TYPES[kind] or kind, kind))
  end)
  return ('{"members":[%s],"type":"object"}'):format(table.concat(members, ","))
end

local SETUP = { mainland = "tencentcloud-sdk-python", international = "tencentcloud-sdk-python-intl-en" }

---Writes one service version of a command-line tool.
---@param folder string of the checkout
---@param site "mainland"|"international"
---@param service string
---@param version string
---@param actions table
function checkouts.command_line(folder, site, service, version, actions)
  local listed, objects = {}, {}
  for _, action in ipairs(actions) do
    local name = action[1]
    table.insert(listed, ('"%s":{"input":"%sRequest","output":"%sResponse","status":"%s"}'):format(name, name, name,
      action.status or "online"))
    table.insert(objects, ('"%sRequest":%s,"%sResponse":%s'):format(name, api_object(action.input), name,
      api_object((action.output or "") .. " RequestId:string")))
  end
  local path = ("%s/tccli/services/%s/v%s/api.json"):format(folder, service, (version:gsub("-", "")))
  write(path, ('{"actions":{%s},"metadata":{"serviceShortName":"%s","apiVersion":"%s"},"objects":{%s}}\n'):format(
    table.concat(listed, ","), service, version, table.concat(objects, ",")))
  write(folder .. "/setup.py", ('dep_sdk = "%s >= 3.0"\n'):format(SETUP[site]))
end

---Writes all four checkouts of some service versions below a folder: go, go-intl, cli and cli-intl.
---@param folder string
---@param versions { [1]: string, [2]: string, mainland: table?, international: table? }[]
---@return string paths the four, as words of a command
function checkouts.all(folder, versions)
  for site, ending in pairs { mainland = "", international = "-intl" } do
    for _, version in ipairs(versions) do
      if version[site] then
        checkouts.go(folder .. "/go" .. ending, site, version[1], version[2], version[site])
        checkouts.command_line(folder .. "/cli" .. ending, site, version[1], version[2], version[site])
      end
    end
  end
  return ("%s/go %s/go-intl %s/cli %s/cli-intl"):format(folder, folder, folder, folder)
end

return checkouts
