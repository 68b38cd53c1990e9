require "test_helper"

class PermitTest < ActiveSupport::TestCase
  test "needs a parcel" do
    assert_not Permit.new.valid?
  end
end
