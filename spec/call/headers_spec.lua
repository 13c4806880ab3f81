local headers = require "tencentcloud.call.headers"

describe("headers", function()
  local dates = {
    { "Thu, 01 Jan 1970 00:00:00 GMT", 0 },
    { "Sun, 06 Nov 1994 08:49:37 GMT", 784111777 },
    { "Tue, 29 Feb 2000 23:59:59 GMT", 951868799 },
    { "Wed, 01 Mar 2000 00:00:00 GMT", 951868800 },
    { "Thu, 29 Feb 2024 00:00:00 GMT", 1709164800 },
    { "Thu, 31 Dec 2026 23:59:59 GMT", 1798761599 },
    { "Sun, 06 Nov 1994 08:49:37 CET" },
    { "Sun, 06 Nuv 1994 08:49:37 GMT" },
    { "Sunday, 06-Nov-94 08:49:37 GMT" },
    { "" },
    { 12 },
  }
  for _, case in ipairs(dates) do
    it(("read the date %s"):format(tostring(case[1])), function()
      assert.equal(case[2], headers.parse_date(case[1]))
    end)
  end

  it("are found whatever their case, the first of several", function()
    assert.equal("a", headers.get({ Date = "a" }, "date"))
    assert.equal("a", headers.get({ date = "a" }, "date"))
    assert.equal("a", headers.get({ DATE = { "a", "b" } }, "date"))
    assert.is_nil(headers.get({ [1] = "a", Dates = "b" }, "date"))
    assert.is_nil(headers.get(nil, "date"))
  end)

  it("ask for a delay in seconds, or by a date that counts from the server's own", function()
    assert.equal(3, headers.retry_after({ ["Retry-After"] = "3" }, 0))
    assert.equal(37, headers.retry_after({ ["retry-after"] = "Sun, 06 Nov 1994 08:49:37 GMT" }, 784111740))
    assert.equal(7, headers.retry_after({ ["retry-after"] = "Sun, 06 Nov 1994 08:49:37 GMT",
      date = "Sun, 06 Nov 1994 08:49:30 GMT" }, 0))
    assert.is_nil(headers.retry_after({ ["retry-after"] = "soon" }, 0))
    assert.is_nil(headers.retry_after({}, 0))
  end)
end)
