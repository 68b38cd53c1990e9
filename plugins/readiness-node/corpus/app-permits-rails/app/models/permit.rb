class Permit < ApplicationRecord
  validates :parcel, presence: true
end
