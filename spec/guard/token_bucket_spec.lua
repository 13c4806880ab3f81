local token_bucket = require "tencentcloud.guard.token_bucket"

local function take(bucket, now)
  if bucket:wait(now) > 0 then return false end
  bucket:take()
  return true
end

-- The cases of botocore's bucket, which begins empty.
describe("bucket of tokens", function()
  it("grants what fills up meanwhile", function()
    local bucket = token_bucket.new(10, 10, 0, 0)
    for now = 1, 5 do assert.is_true(take(bucket, now)) end
    bucket:change(1, 1, 5)
    for now = 6, 10 do assert.is_true(take(bucket, now)) end
  end)

  it("grants its rate", function()
    local bucket = token_bucket.new(10, 10, 0, 0)
    for i = 0, 19 do assert.is_true(take(bucket, 1 + 0.1 * i)) end
  end)

  it("says exactly how long it takes until there is a token", function()
    local bucket = token_bucket.new(10, 10, 0, 0)
    assert.is_true(take(bucket, 0.1))
    assert.is_true(math.abs(bucket:wait(0.15) - 0.05) < 1e-9)
    assert.is_true(take(bucket, 0.2))
    assert.is_true(take(bucket, 0.300001))
  end)

  it("gives back into the place that is there", function()
    local bucket = token_bucket.new(1, 2, 2, 0)
    local receipt = bucket:take()
    bucket:give_back(receipt)
    assert.equal(2, bucket.level)
    receipt = bucket:take()
    bucket:fill(100)
    bucket:take()
    bucket:give_back(receipt) -- it was full since
    assert.equal(1, bucket.level)
  end)

  it("stands still while the clock goes back", function()
    local bucket = token_bucket.new(1, 1, 1, 1000)
    bucket:take()
    assert.equal(1, bucket:wait(0))
    assert.equal(0.5, bucket:wait(0.5))
  end)
end)
