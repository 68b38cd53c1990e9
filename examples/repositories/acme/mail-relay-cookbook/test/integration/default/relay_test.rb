describe port(25) do
  it { should be_listening }
end

describe command('postconf -h smtpd_relay_restrictions') do
  its('stdout') { should match(/reject/) }
end
